with
launches as (
    select * from metrics.counted_launches
),

version as (
    select * from metrics.published_version
)

select
    launches.launch_year as year,
    launches.provider_country_code,
    launches.vehicle_family,
    count_if(launches.is_flown) as flown,
    count_if(launches.is_flown and launches.status = 'success') as success,
    count_if(launches.is_flown and launches.status = 'failure') as failure,
    count_if(launches.is_flown and launches.status not in ('success', 'failure')) as outcome_unknown,
    count_if(launches.is_flown and launches.is_foreign_customer) as foreign_customer,
    count_if(not launches.is_flown) as planned_open,
    count_if(not launches.is_flown and launches.is_overdue) as overdue,
    any_value(version.published_at) as refreshed_at,
from launches
cross join version
group by launches.launch_year, launches.provider_country_code, launches.vehicle_family
order by launches.launch_year, launches.provider_country_code, launches.vehicle_family
