-- Every name in a catalogue that may mean a member of a dimension of ours.

with
    launches as (
        select * from catalogue_launches
    ),

    satellites as (
        select * from catalogue_satellites
    ),

    organizations as (
        select * from catalogue_organizations
    ),

    sites as (
        select * from catalogue_sites
    ),

    named as (
        select 'vehicles' as dimension, vehicle_name as names from launches
        union
        select 'vehicles', vehicle_name from satellites
        union
        select 'launch_sites', site_name from launches
        union
        select 'launch_sites', site_name from satellites
        union
        select 'launch_sites', coalesce(common_name, english_name, short_name, site_name) from sites
        union
        select 'parties', owner_countries from satellites
        union
        select 'parties', maker_countries from satellites
        union
        select 'parties', registry_countries from satellites
        union
        select 'organizations', owner_name from satellites
        union
        select 'organizations', maker_name from satellites
        union
        select 'organizations', organization_name from organizations
        union
        select 'organizations', english_name from organizations
        union
        select 'organizations', short_name from organizations
        union
        select 'spacecraft', satellite_name from satellites
        union
        select 'spacecraft', other_names from satellites
    ),

    single as (
        select
            dimension,
            unnest(
                case when dimension in ('parties', 'spacecraft') then string_split(names, ' | ') else [names] end
            ) as name,
        from named
        where names is not null
    )

select distinct
    dimension,
    name,
from single
order by dimension, name
