-- A comparable figure has its gap, any other the reason why it is not.
-- Why: an empty cell must not be taken for agreement.
-- Table: metrics.reported_vs_itemised
-- Severity: error, blocking
with
series as (
    select * from metrics.reported_vs_itemised
)

select
    series_id,
    as_of_date,
    value,
    itemised_by_then,
    gap,
    comparable,
    not_comparable_reason,
from series
where
    comparable = (not_comparable_reason is not null)
    or comparable <> (itemised_by_then is not null)
    or gap is distinct from value - itemised_by_then
    or itemised_by_then > itemised_now and scope <> 'current' and metric <> 'partner_countries'
