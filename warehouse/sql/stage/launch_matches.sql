-- One row per launch that a catalogue lists: the same launch in the first of the catalogues that have it.

with
    matches as (
        select * from store.launch_matches
        where is_match
    ),

    catalogues as (
        select * from core.catalogues
    )

select
    matches.fact_id,
    arg_min(matches.catalogue || ':' || matches.own_id, catalogues.launch_rank) as catalogue_id,
from matches
inner join catalogues using (catalogue)
group by matches.fact_id
