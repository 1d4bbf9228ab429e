-- As a view: one row per claim, field and element whose value does not stand in the claim's fact, corrections applied.
with
    resolved as (
        select * from store.unchosen_values
    ),

    curated as (
        select * from store.curated_facts
    ),

    members as (
        select * from store.fact_members
    ),

    curated_unchosen as (
        select * from store.curated_unchosen
    ),

    moved as (
        select members.claim_id
        from members
        inner join curated using (fact_id)
    )

select
    claim_id,
    column_name,
    element,
from resolved
anti join moved using (claim_id)
union all
select
    claim_id,
    column_name,
    element,
from curated_unchosen
