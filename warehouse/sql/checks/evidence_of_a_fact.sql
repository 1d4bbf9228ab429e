-- Every piece of evidence belongs to a fact of its kind.
-- Why: fact_id refers to four tables, so that no declared reference can say it.
-- Table: core.fact_evidence
-- Severity: error, blocking
with
fact_claims as (
    select * from core.bridge_fact_claims
),

facts as (
    select 'agreement' as fact_type, agreement_id as fact_id from core.fact_agreements
    union all
    select 'launch' as fact_type, launch_id as fact_id from core.fact_launches
    union all
    select 'cooperation' as fact_type, cooperation_id as fact_id from core.fact_cooperations
    union all
    select 'total' as fact_type, total_id as fact_id from core.fact_reported_totals
),

told as (
    select distinct fact_type, fact_id from fact_claims
)

select
    told.fact_type,
    told.fact_id,
from told
where not exists (
    select 1 from facts
    where facts.fact_type = told.fact_type and facts.fact_id = told.fact_id
)
