-- A reported total is above nought.
-- Why: nothing is counted below it, and nought is a figure misread.
-- Table: core.fact_reported_totals
-- Severity: warn
with
totals as (
    select * from core.fact_reported_totals
)

select
    total_id,
    metric,
    value,
    unit_as_worded,
    article_id,
from totals
where value <= 0
