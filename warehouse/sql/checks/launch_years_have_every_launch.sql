-- The launches of a year are the star's, and every flown one is a success, a failure or unknown.
-- Why: undated launches are rows of their own and none is lost.
-- Table: metrics.launches_by_year
-- Severity: error, blocking
with
version as (
    select * from metrics.published_version
),

counted as (
    select
        launches.launch_year as year,
        count_if(launches.is_flown) as launches_flown,
        count_if(not launches.is_flown) as launches_planned,
    from core.fact_launches as launches
    cross join version
    where not (launches.is_sample_only and version.has_real_source)
    group by launches.launch_year
),

metric as (
    select
        year,
        sum(flown) as flown,
        sum(success + failure + outcome_unknown) as outcomes,
        sum(planned_open) as planned_open,
    from metrics.launches_by_year
    group by year
)

select
    coalesce(counted.year, metric.year) as year,
    counted.launches_flown,
    metric.flown,
    metric.outcomes,
    counted.launches_planned,
    metric.planned_open,
from counted
full join metric on counted.year is not distinct from metric.year
where
    counted.launches_flown is distinct from metric.flown
    or metric.flown is distinct from metric.outcomes
    or counted.launches_planned is distinct from metric.planned_open
