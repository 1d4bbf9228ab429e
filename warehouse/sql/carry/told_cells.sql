-- The quotes of those facts: found by the claim, and read by their place.
with
    members as (
        select * from stage.standing_members
        semi join stage.told_facts using (fact_id)
    ),

    places as (
        select store.claim_cells.rowid as place
        from store.claim_cells
        semi join members using (claim_id)
    )

select * from store.claim_cells
where rowid in (select places.place from places)
