-- The documents of a year are the agreements signed in it, accessions apart, each once.
-- Why: the headline metric must be the star's own count, undated documents included, and what it leaves out must show.
-- Table: metrics.agreements_by_year
-- Severity: error, blocking
with
version as (
    select * from metrics.published_version
),

counted as (
    select
        agreements.signed_year as year,
        count_if(agreements.counts_in_totals) as signed,
        count_if(agreements.counts_in_totals and agreements.party_count <= 2) as of_two,
        count_if(not agreements.counts_in_totals) as left_out,
    from core.fact_agreements as agreements
    cross join version
    where
        (
            agreements.status = 'signed'
            or (
                agreements.status = 'ended'
                and coalesce(agreements.exclusion_reason not in ('never_signed', 'signing_not_told', 'ends_another'), true)
            )
        )
        and agreements.agreement_type <> 'accession'
        and not (agreements.is_sample_only and version.has_real_source)
    group by agreements.signed_year
),

metric as (
    select
        year,
        sum(documents) as documents,
        sum(bilateral) as bilateral,
        sum(multilateral) as multilateral,
        sum(excluded) as excluded,
    from metrics.agreements_by_year
    group by year
    having sum(documents) + sum(bilateral) + sum(multilateral) + sum(excluded) > 0
)

select
    coalesce(counted.year, metric.year) as year,
    counted.signed,
    metric.documents,
    metric.bilateral,
    metric.multilateral,
    counted.left_out,
    metric.excluded,
from counted
full join metric on counted.year is not distinct from metric.year
where
    coalesce(counted.signed, 0) <> coalesce(metric.documents, 0)
    or coalesce(counted.of_two, 0) <> coalesce(metric.bilateral, 0)
    or coalesce(counted.left_out, 0) <> coalesce(metric.excluded, 0)
    or coalesce(metric.documents, 0) <> coalesce(metric.bilateral + metric.multilateral, 0)
