-- The accessions of all years are the pairs of instrument and joiner, each once.
-- Why: an accession told by ten articles with ten leaders is one; one of unknown joiner or instrument counts for itself.
-- Table: metrics.agreements_by_year
-- Severity: error, blocking
with
version as (
    select * from metrics.published_version
),

joinings as (
    select distinct
        if(joiners.party_code is null, null, agreements.instrument_id) as instrument_id,
        if(joiners.party_code is null or agreements.instrument_id is null, agreements.agreement_id, null) as agreement_id,
        joiners.party_code,
    from core.fact_agreements as agreements
    cross join version
    left join core.bridge_agreement_parties as joiners
        on agreements.agreement_id = joiners.agreement_id and joiners.role = 'joiner'
    where
        agreements.agreement_type = 'accession'
        and agreements.counts_in_totals
        and not (agreements.is_sample_only and version.has_real_source)
),

counted as (
    select count(*) as joinings from joinings
),

metric as (
    select coalesce(sum(accessions), 0) as accessions from metrics.agreements_by_year
)

select
    counted.joinings,
    metric.accessions,
from counted
cross join metric
where counted.joinings <> metric.accessions
