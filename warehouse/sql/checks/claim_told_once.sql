-- A claim is told once, under one number.
-- Why: an article tells it in one version only; its quotes would count twice.
-- Table: core.claims
-- Severity: error
with
claims as (
    select * from core.claims
    where rule <> 'override'
)

select
    claim_id,
    list(claim_key order by claim_key) as claim_keys,
from claims
where hash(claim_id) in (select hash(repeated.claim_id) from claims as repeated group by all having count(*) > 1)
group by claim_id
having count(*) > 1
