create or replace macro main.launches_for(code) as table
with
launches as (
    select * from core.fact_launches
),

customers as (
    select * from core.bridge_launch_customers
    where party_code = code
),

payloads as (
    select * from core.bridge_launch_payloads
),

spacecraft as (
    select * from core.dim_spacecraft
),

vehicles as (
    select * from core.dim_vehicles
),

sites as (
    select * from core.dim_launch_sites
),

names as (
    select
        payloads.launch_id,
        list(spacecraft.spacecraft_id order by spacecraft.spacecraft_id) as spacecraft_ids,
        list(spacecraft.spacecraft_name order by spacecraft.spacecraft_id) as spacecraft_names,
    from payloads
    inner join customers on payloads.launch_id = customers.launch_id
    inner join spacecraft on payloads.spacecraft_id = spacecraft.spacecraft_id
    group by payloads.launch_id
)

select
    launches.launch_id,
    launches.status,
    launches.is_flown,
    launches.flown_date,
    launches.launch_from,
    launches.launch_to,
    launches.provider_country_code,
    customers.is_foreign,
    launches.vehicle_id,
    vehicles.vehicle_name,
    launches.launch_site_id,
    sites.launch_site_name,
    names.spacecraft_ids,
    names.spacecraft_names,
    launches.source_count,
    launches.is_sample_only,
    launches.confidence,
from launches
inner join customers on launches.launch_id = customers.launch_id
left join vehicles on launches.vehicle_id = vehicles.vehicle_id
left join sites on launches.launch_site_id = sites.launch_site_id
left join names on launches.launch_id = names.launch_id
order by launches.launch_from, launches.launch_id;

comment on macro table main.launches_for is
'Launches, flown or planned, that carry a payload of a party: select * from launches_for(''VEN''). is_foreign says whether the party is a foreign customer of the provider.';
