with
    agreements as (
        select * from stage.agreement_values
        where programme_id is not null
    )

select
    fact_id as agreement_id,
    programme_id,
from agreements
order by agreement_id, programme_id
