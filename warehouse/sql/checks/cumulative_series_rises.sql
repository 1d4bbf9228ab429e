-- A cumulative or ordinal figure is not below an earlier one of its series.
-- Why: what was counted once stays counted; a fall is a figure misread or two things under one name.
-- Table: metrics.reported_vs_itemised
-- Severity: warn
with
series as (
    select * from metrics.reported_vs_itemised
)

select
    series_id,
    claimant,
    subject,
    metric,
    as_of_date,
    value,
from series
where falls_below_previous
