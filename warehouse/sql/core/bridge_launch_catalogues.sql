with
    matches as (
        select * from store.launch_matches
    ),

    launches as (
        select * from core.fact_launches
    ),

    listed as (
        select * from core.catalogue_launches
    )

select
    launches.launch_id,
    matches.catalogue,
    listed.catalogue_id,
    matches.is_match,
    others.launch_id as other_launch_id,
    matches.basis as match_basis,
    matches.days_apart,
    matches.is_same_vehicle,
    matches.is_same_site,
from matches
inner join launches on matches.fact_id = launches.launch_id
inner join listed on matches.catalogue = listed.catalogue and matches.own_id = listed.own_id
left join launches as others on matches.taken_by = others.launch_id
order by launches.launch_id, matches.catalogue
