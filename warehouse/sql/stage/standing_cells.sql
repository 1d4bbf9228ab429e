-- As a view: one row per fact, column and element, corrections applied.
with
    resolved as (
        select * from store.fact_cells
    ),

    curated as (
        select * from store.curated_facts
    ),

    curated_cells as (
        select * from store.curated_cells
    )

select
    fact_id,
    column_name,
    element,
    value,
    claim_id,
from resolved
anti join curated using (fact_id)
union all
select
    fact_id,
    column_name,
    element,
    value,
    claim_id,
from curated_cells
