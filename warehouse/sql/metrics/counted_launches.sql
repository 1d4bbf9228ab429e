-- Launches that the metrics count, with the family of their rocket.
create view metrics.counted_launches as
with
launches as (
    select * from core.fact_launches
),

vehicles as (
    select * from core.dim_vehicles
),

version as (
    select * from metrics.published_version
)

select
    launches.launch_id,
    launches.status,
    launches.is_flown,
    launches.flown_date,
    launches.launch_from,
    launches.launch_to,
    launches.launch_year,
    launches.provider_country_code,
    launches.vehicle_id,
    vehicles.vehicle_family,
    vehicles.organization_id,
    launches.launch_site_id,
    coalesce(launches.is_foreign_customer, false) as is_foreign_customer,
    launches.is_overdue,
from launches
cross join version
left join vehicles on launches.vehicle_id = vehicles.vehicle_id
where not (launches.is_sample_only and version.has_real_source);

comment on view metrics.counted_launches is
'One row per launch that the metrics count: facts known from the sample alone are left out once a real source is configured.';
