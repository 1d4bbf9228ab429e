with
    launches as (
        select * from store.catalogue_launches
    ),

    vehicles as (
        select * from stage.catalogue_names
        where dimension = 'vehicles'
    ),

    sites as (
        select * from stage.catalogue_names
        where dimension = 'launch_sites'
    )

select
    launches.catalogue || ':' || launches.own_id as catalogue_id,
    launches.catalogue,
    launches.own_id,
    case when launches.launched_from = launches.launched_to then launches.launched_from end as launched_date,
    case
        when year(launches.launched_from) = year(launches.launched_to) then year(launches.launched_from)
    end::integer as launch_year,
    launches.designation,
    launches.launched_from,
    launches.launched_to,
    launches.launched_date_precision,
    launches.is_date_doubtful,
    launches.launched_at,
    launches.outcome,
    launches.outcome_as_given,
    launches.vehicle_name,
    launches.flight_number,
    launches.site_code,
    launches.site_name,
    launches.provider_name,
    launches.provider_country_code,
    launches.launch_service,
    launches.payload_names,
    vehicles.id as vehicle_id,
    sites.id as launch_site_id,
from launches
left join vehicles on launches.vehicle_name = vehicles.name
left join sites on launches.site_name = sites.name
order by catalogue_id
