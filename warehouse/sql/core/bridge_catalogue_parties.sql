with
    parties as (
        select * from stage.catalogue_parties
    )

select
    catalogue || ':' || own_id as catalogue_id,
    party_code,
    role,
from parties
order by catalogue_id, party_code, role
