with
judgements as (
    select * from metrics.launch_judgements
    where verdict not in ('agrees', 'not_judged')
),

launches as (
    select * from core.fact_launches
),

vehicles as (
    select * from core.dim_vehicles
),

sites as (
    select * from core.dim_launch_sites
),

listed as (
    select * from core.catalogue_launches
),

told as (
    select
        judgements.*,
        launches.launch_year,
        launches.status,
        launches.flown_date,
        vehicles.vehicle_name,
        sites.launch_site_name,
        listed.outcome as listed_outcome,
        concat_ws(' to ', listed.launched_from, nullif(listed.launched_to, listed.launched_from)) as listed_date,
        listed.vehicle_name as listed_vehicle,
        listed.site_name as listed_site,
        concat_ws(', ', listed.own_id, listed.launched_from, listed.vehicle_name, left(listed.payload_names, 100)) as listed_whole,
        concat_ws(', ', launches.flown_date, vehicles.vehicle_name, sites.launch_site_name) as told_whole,
    from judgements
    inner join launches using (launch_id)
    left join vehicles on launches.vehicle_id = vehicles.vehicle_id
    left join sites on launches.launch_site_id = sites.launch_site_id
    left join listed on judgements.catalogue_id = listed.catalogue_id
),

differing as (
    select
        *,
        'not_in_catalogue' as mismatch,
        told_whole as fact_value,
        null as catalogue_value,
    from told
    where verdict = 'not_in_catalogue'
    union all by name
    select
        *,
        'told_twice' as mismatch,
        told_whole as fact_value,
        listed_whole as catalogue_value,
    from told
    where verdict = 'told_twice'
    union all by name
    select
        *,
        'other_date' as mismatch,
        flown_date::varchar as fact_value,
        listed_date as catalogue_value,
    from told
    where has_other_day
    union all by name
    select
        *,
        'other_vehicle' as mismatch,
        vehicle_name as fact_value,
        listed_vehicle as catalogue_value,
    from told
    where has_other_vehicle
    union all by name
    select
        *,
        'other_site' as mismatch,
        launch_site_name as fact_value,
        listed_site as catalogue_value,
    from told
    where has_other_site
    union all by name
    select
        *,
        case
            when is_failure_told_as_success then 'failure_told_as_success'
            else 'success_told_as_failure'
        end as mismatch,
        status as fact_value,
        listed_outcome as catalogue_value,
    from told
    where is_failure_told_as_success or is_success_told_as_failure
)

select
    launch_id,
    mismatch,
    launch_year,
    fact_value,
    catalogue_value,
    days_apart,
    catalogue,
    catalogue_id,
    match_basis,
    refreshed_at,
from differing
order by launch_id, mismatch
