-- A fact that a correction is applied to is there, unless it was rejected; a rejected one is not.
-- Why: a correction is told as applied only where the facts show it.
-- Table: core.overrides
-- Severity: error, blocking
with
overrides as (
    select * from core.overrides
    where status = 'applied' and fact_id is not null
),

facts as (
    select agreement_id as fact_id from core.fact_agreements
    union all
    select launch_id from core.fact_launches
    union all
    select cooperation_id from core.fact_cooperations
    union all
    select total_id from core.fact_reported_totals
)

select
    overrides.file_name,
    overrides.entry_number,
    overrides.action,
    overrides.fact_id,
from overrides
left join facts using (fact_id)
where (overrides.action = 'reject') = (facts.fact_id is not null)
