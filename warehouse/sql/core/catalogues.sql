with
    parts as (
        select * from store.catalogue_parts
    ),

    launches as (
        select
            catalogue,
            count(*) as launch_count,
            min(launched_from) filter (where outcome <> 'planned' and launched_from = launched_to) as first_day,
            max(launched_from) filter (where outcome <> 'planned' and launched_from = launched_to) as last_day,
        from store.catalogue_launches
        group by catalogue
    ),

    satellites as (
        select catalogue, count(*) as satellite_count
        from store.catalogue_satellites
        group by catalogue
    ),

    organizations as (
        select catalogue, count(*) as organization_count
        from store.catalogue_organizations
        group by catalogue
    ),

    sites as (
        select catalogue, count(*) as site_count
        from store.catalogue_sites
        group by catalogue
    ),

    countries as (
        select catalogue, count(*) as country_count
        from store.catalogue_countries
        group by catalogue
    ),

    folded as (
        select
            catalogue,
            any_value(kind) as kind,
            sum(rejected_count)::bigint as rejected_count,
            bool_and(is_whole) as is_whole,
            max(changed_at) as changed_at,
        from parts
        group by catalogue
    ),

    together as (
        select
            folded.*,
            coalesce(launches.launch_count, 0) as launch_count,
            launches.first_day,
            launches.last_day,
            coalesce(satellites.satellite_count, 0) as satellite_count,
            coalesce(organizations.organization_count, 0) as organization_count,
            coalesce(sites.site_count, 0) as site_count,
            coalesce(countries.country_count, 0) as country_count,
        from folded
        left join launches using (catalogue)
        left join satellites using (catalogue)
        left join organizations using (catalogue)
        left join sites using (catalogue)
        left join countries using (catalogue)
    )

select
    catalogue,
    kind,
    case when launch_count > 0 then
        row_number() over (
            order by launch_count = 0, list_position(['gcat', 'launchlog', 'launch_library'], kind), catalogue
        )::integer
    end as launch_rank,
    case when is_whole then first_day end as launches_from,
    case when is_whole then last_day end as launches_to,
    launch_count,
    satellite_count,
    organization_count,
    site_count,
    country_count,
    rejected_count,
    is_whole,
    changed_at,
from together
order by catalogue
