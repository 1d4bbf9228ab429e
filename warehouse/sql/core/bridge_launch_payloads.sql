with
    members as (
        select * from stage.fact_members
        where kind = 'launch' and column_name = 'spacecraft_ids'
    ),

    spacecraft as (
        select * from core.dim_spacecraft
    ),

    only_customers as (
        select
            launch_id,
            any_value(party_code) as party_code,
        from stage.launch_customers
        group by launch_id
        having count(*) = 1
    )

select
    members.fact_id as launch_id,
    spacecraft.spacecraft_id,
    coalesce(spacecraft.owner_code, only_customers.party_code) as customer_code,
    spacecraft.organization_id,
from members
inner join spacecraft on members.member = spacecraft.spacecraft_id
left join only_customers on members.fact_id = only_customers.launch_id
order by launch_id, spacecraft_id
