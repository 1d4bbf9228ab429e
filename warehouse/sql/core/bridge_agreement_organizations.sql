with
    members as (
        select * from stage.fact_members
        where kind = 'agreement' and column_name = 'organizations'
    )

select
    fact_id as agreement_id,
    member as organization_id,
from members
order by agreement_id, organization_id
