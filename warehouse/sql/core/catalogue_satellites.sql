-- A spacecraft or an organisation is named only where nothing speaks against it: of two satellites that bear one
-- spacecraft's name neither is it, and owners of other states than ours are others of the same name.

with
    satellites as (
        select * from store.catalogue_satellites
    ),

    names as (
        select * from stage.catalogue_names
    ),

    parties as (
        select
            catalogue,
            own_id,
            role,
            list(sovereign_code) as states,
        from stage.catalogue_parties
        group by catalogue, own_id, role
    ),

    organizations as (
        select
            organizations.organization_id,
            parties.sovereign_code as state,
        from core.dim_organizations as organizations
        left join core.dim_parties as parties using (party_code)
    ),

    spacecraft as (
        select
            spacecraft.spacecraft_id,
            spacecraft.is_series,
            parties.sovereign_code as state,
        from core.dim_spacecraft as spacecraft
        left join core.dim_parties as parties on spacecraft.owner_code = parties.party_code
    ),

    called as (
        select catalogue, own_id, satellite_name as name
        from satellites
        union
        select catalogue, own_id, unnest(string_split(other_names, ' | '))
        from satellites
    ),

    craft as (
        select
            called.catalogue,
            called.own_id,
            any_value(names.id) as spacecraft_id,
        from called
        inner join names on called.name = names.name and names.dimension = 'spacecraft'
        inner join spacecraft on names.id = spacecraft.spacecraft_id
        left join parties
            on called.catalogue = parties.catalogue and called.own_id = parties.own_id and parties.role = 'owner'
        where
            not spacecraft.is_series
            and coalesce(list_contains(parties.states, spacecraft.state), true)
        group by called.catalogue, called.own_id
        having count(distinct names.id) = 1
    ),

    sure_craft as (
        select * from craft
        qualify count(*) over (partition by catalogue, spacecraft_id) = 1
    ),

    bodies as (
        select
            satellites.catalogue,
            satellites.own_id,
            parties.role,
            organizations.organization_id,
        from satellites
        inner join parties using (catalogue, own_id)
        inner join names
            on
                names.dimension = 'organizations'
                and names.name = case parties.role
                    when 'owner' then satellites.owner_name
                    when 'maker' then satellites.maker_name
                end
        inner join organizations on names.id = organizations.organization_id
        where coalesce(list_contains(parties.states, organizations.state), true)
    )

select
    satellites.catalogue || ':' || satellites.own_id as catalogue_id,
    satellites.catalogue,
    satellites.own_id,
    case when satellites.launched_from = satellites.launched_to then satellites.launched_from end as launched_date,
    case
        when year(satellites.launched_from) = year(satellites.launched_to) then year(satellites.launched_from)
    end::integer as launch_year,
    satellites.satellite_name,
    satellites.other_names,
    satellites.cospar,
    satellites.designation,
    satellites.norad_number,
    satellites.launched_from,
    satellites.launched_to,
    satellites.launched_date_precision,
    satellites.ended_from,
    satellites.ended_to,
    satellites.ended_date_precision,
    satellites.owner_name,
    satellites.owner_countries,
    satellites.registry_countries,
    satellites.users,
    satellites.purpose,
    satellites.maker_name,
    satellites.maker_countries,
    satellites.vehicle_name,
    satellites.site_name,
    satellites.mass_kg,
    sure_craft.spacecraft_id,
    owners.organization_id as owner_organization_id,
    makers.organization_id as maker_organization_id,
    vehicles.id as vehicle_id,
    sites.id as launch_site_id,
from satellites
left join sure_craft using (catalogue, own_id)
left join bodies as owners
    on satellites.catalogue = owners.catalogue and satellites.own_id = owners.own_id and owners.role = 'owner'
left join bodies as makers
    on satellites.catalogue = makers.catalogue and satellites.own_id = makers.own_id and makers.role = 'maker'
left join names as vehicles on satellites.vehicle_name = vehicles.name and vehicles.dimension = 'vehicles'
left join names as sites on satellites.site_name = sites.name and sites.dimension = 'launch_sites'
order by catalogue_id
