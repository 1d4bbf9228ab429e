-- A launch bears a catalogue_id just where a catalogue has it, and bears one of those matches.
-- Why: the id on the launch and the bridge are two views of one comparison.
-- Table: core.fact_launches
-- Severity: error, blocking
with
launches as (
    select * from core.fact_launches
),

matches as (
    select
        launch_id,
        list(catalogue_id) as catalogue_ids,
    from core.bridge_launch_catalogues
    where is_match
    group by launch_id
)

select
    launch_id,
    launches.catalogue_id,
    matches.catalogue_ids,
from launches
left join matches using (launch_id)
where
    (launches.catalogue_id is null) <> (matches.catalogue_ids is null)
    or not list_contains(matches.catalogue_ids, launches.catalogue_id)
