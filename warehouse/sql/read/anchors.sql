-- A claim of each of these facts.
with
    evidence as (
        select * from core.fact_evidence
        where list_contains($ids, fact_id) and rule <> 'override'
    )

select
    fact_id,
    min(claim_id) as claim_id,
from evidence
group by fact_id
