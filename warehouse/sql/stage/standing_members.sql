-- As a view: one row per fact and claim, corrections applied.
with
    resolved as (
        select * from store.fact_members
    ),

    curated as (
        select * from store.curated_facts
    ),

    curated_members as (
        select * from store.curated_members
    )

select
    fact_id,
    claim_id,
    is_first_plan,
from resolved
anti join curated using (fact_id)
union all
select
    fact_id,
    claim_id,
    is_first_plan,
from curated_members
