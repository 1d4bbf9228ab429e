-- The documents of a party over its years are the rows that the bridge holds for it.
-- Why: a document without a year must not be lost between party and year.
-- Table: metrics.agreements_by_party_year
-- Severity: error, blocking
with
version as (
    select * from metrics.published_version
),

counted as (
    select
        parties.party_code,
        count(*) as signatures,
    from core.fact_agreements as agreements
    inner join core.bridge_agreement_parties as parties on agreements.agreement_id = parties.agreement_id
    cross join version
    where
        agreements.counts_in_totals
        and agreements.agreement_type <> 'accession'
        and not (agreements.is_sample_only and version.has_real_source)
    group by parties.party_code
),

metric as (
    select
        party_code,
        sum(documents) as documents,
    from metrics.agreements_by_party_year
    group by party_code
    having sum(documents) > 0
)

select
    coalesce(counted.party_code, metric.party_code) as party_code,
    counted.signatures,
    metric.documents,
from counted
full join metric on counted.party_code = metric.party_code
where counted.signatures is distinct from metric.documents
