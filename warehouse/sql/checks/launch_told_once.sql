-- No two flown launches share vehicle, site and day.
-- Why: they are one lift-off told twice that resolution did not join.
-- Table: core.fact_launches
-- Severity: warn
with
launches as (
    select * from core.fact_launches
    where flown_date is not null and vehicle_id is not null
)

select
    flown_date,
    vehicle_id,
    launch_site_id,
    list(launch_id order by launch_id) as launch_ids,
from launches
group by flown_date, vehicle_id, launch_site_id
having count(*) > 1
