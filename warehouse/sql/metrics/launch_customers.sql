with
launches as (
    select * from metrics.counted_launches
    where is_flown
),

customers as (
    select * from core.bridge_launch_customers
),

version as (
    select * from metrics.published_version
)

select
    customers.party_code as customer_code,
    launches.provider_country_code,
    launches.launch_year as year,
    coalesce(bool_or(customers.is_foreign), false) as is_foreign,
    count(*) as launches,
    min(launches.flown_date) as first_date,
    max(launches.flown_date) as last_date,
    any_value(version.published_at) as refreshed_at,
from launches
inner join customers on launches.launch_id = customers.launch_id
cross join version
group by customers.party_code, launches.provider_country_code, launches.launch_year
order by customers.party_code, launches.provider_country_code, launches.launch_year
