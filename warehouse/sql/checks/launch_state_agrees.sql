-- A launch is planned or flown, and overdue only while planned.
-- Why: a planned launch counted as flown is the field's commonest miscount.
-- Table: core.fact_launches
-- Severity: error, blocking
with
launches as (
    select * from core.fact_launches
)

select
    launch_id,
    status,
    is_flown,
    is_overdue,
from launches
where
    is_flown = (status = 'planned')
    or (is_overdue and is_flown)
