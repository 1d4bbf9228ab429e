-- Every reported total that the metrics count is in a series, comparable or not.
-- Why: a figure that cannot be compared is shown with the reason, never left out.
-- Table: metrics.reported_vs_itemised
-- Severity: error, blocking
with
version as (
    select * from metrics.published_version
),

totals as (
    select
        totals.metric,
        totals.scope,
        totals.party_code,
        totals.as_of_date,
        count(distinct totals.article_id) as articles,
    from core.fact_reported_totals as totals
    cross join version
    where not (totals.is_sample_only and version.has_real_source)
    group by totals.metric, totals.scope, totals.party_code, totals.as_of_date
),

series as (
    select distinct
        metric,
        scope,
        claimant,
        as_of_date,
    from metrics.reported_vs_itemised
)

select
    totals.metric,
    totals.scope,
    totals.party_code,
    totals.as_of_date,
    totals.articles,
from totals
left join series
    on totals.metric = series.metric
    and totals.scope is not distinct from series.scope
    and totals.party_code is not distinct from series.claimant
    and totals.as_of_date is not distinct from series.as_of_date
where series.metric is null
