with
    launch_customers as (
        select * from stage.launch_customers
    )

select
    launch_id,
    party_code,
    is_foreign,
from launch_customers
order by launch_id, party_code
