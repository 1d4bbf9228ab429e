with
    agreement_parties as (
        select * from stage.agreement_parties
    )

select
    agreement_id,
    party_code,
    role,
    party_level,
from agreement_parties
order by agreement_id, party_code
