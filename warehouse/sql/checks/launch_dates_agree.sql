-- Day, period, year and precision of a launch say the same.
-- Why: an analyst reads the year, a timeline the period, and both must be the same event; no day is filled in.
-- Table: core.fact_launches
-- Severity: error
with
launches as (
    select * from core.fact_launches
)

select
    launch_id,
    is_flown,
    flown_date,
    launch_from,
    launch_to,
    launch_year,
    launch_date_precision,
from launches
where
    launch_from > launch_to
    or (launch_from is null) <> (launch_to is null)
    or (launch_from is null) <> (launch_date_precision = 'unknown')
    or (flown_date is not null) <> (is_flown and launch_date_precision = 'day')
    or flown_date <> launch_from
    or launch_year is distinct from case when year(launch_from) = year(launch_to) then year(launch_from) end
