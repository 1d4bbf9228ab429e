-- As a view: the outcome of resolution, and in place of the facts that people corrected what they made of them.
with
    resolved as (
        select * from store.resolved_facts
    ),

    curated as (
        select * from store.curated_facts
    )

select
    fact_id,
    kind,
    confidence,
from resolved
anti join curated using (fact_id)
union all
select
    fact_id,
    kind,
    confidence,
from curated
where is_standing
