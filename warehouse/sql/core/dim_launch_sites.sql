with
    sites as (
        select * from lexicon.sites
    ),

    provisional as (
        select * from stage.provisional
        where dimension = 'launch_sites'
    ),

    countries as (
        select * from core.dim_countries
    ),

    together as (
        select
            launch_site_id,
            launch_site_name,
            country_code,
            false as is_provisional,
        from sites
        union all
        select
            id,
            name,
            party_code,
            true,
        from provisional
        where id not in (select launch_site_id from sites)
    )

select
    together.launch_site_id,
    together.launch_site_name,
    countries.country_code,
    together.is_provisional,
from together
left join countries using (country_code)
order by together.launch_site_id
