-- The country that provides a launch is that of its vehicle.
-- Why: a mismatch is a rocket misread or a vehicle sold under another flag that the dimension does not know yet.
-- Table: core.fact_launches
-- Severity: warn
with
launches as (
    select * from core.fact_launches
),

vehicles as (
    select * from core.dim_vehicles
)

select
    launches.launch_id,
    launches.vehicle_id,
    launches.provider_country_code,
    vehicles.country_code as vehicle_country_code,
from launches
inner join vehicles on launches.vehicle_id = vehicles.vehicle_id
where launches.provider_country_code <> vehicles.country_code
