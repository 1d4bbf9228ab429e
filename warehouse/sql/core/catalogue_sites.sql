with
    sites as (
        select * from store.catalogue_sites
    ),

    names as (
        select * from stage.catalogue_names
        where dimension = 'launch_sites'
    )

select
    sites.catalogue || ':' || sites.own_id as catalogue_id,
    sites.catalogue,
    sites.own_id,
    sites.site_name,
    sites.short_name,
    sites.english_name,
    sites.common_name,
    sites.kind,
    sites.state_code,
    sites.party_code,
    sites.parent_id,
    sites.same_as_id,
    sites.existed_from,
    sites.existed_to,
    sites.existed_date_precision,
    sites.location,
    sites.longitude,
    sites.latitude,
    names.id as launch_site_id,
from sites
left join names on coalesce(sites.common_name, sites.english_name, sites.short_name, sites.site_name) = names.name
order by catalogue_id
