-- The metric lists the memberships that the star holds and the metrics count.
-- Why: ordinals are worked out on them.
-- Table: metrics.memberships
-- Severity: error, blocking
with
version as (
    select * from metrics.published_version
),

counted as (
    select
        members.instrument_id,
        members.party_code,
        members.joined_date,
    from core.fact_memberships as members
    cross join version
    where not (members.is_sample_only and version.has_real_source)
),

metric as (
    select * from metrics.memberships
)

select
    coalesce(counted.instrument_id, metric.instrument_id) as instrument_id,
    coalesce(counted.party_code, metric.party_code) as party_code,
    counted.joined_date,
    metric.joined_date as joined_date_in_metric,
from counted
full join metric on counted.instrument_id = metric.instrument_id and counted.party_code = metric.party_code
where
    counted.party_code is null
    or metric.party_code is null
    or counted.joined_date is distinct from metric.joined_date
