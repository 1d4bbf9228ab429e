-- Documents of two are one pair, documents of many one for every two of their parties.
-- Why: a document of five parties is ten pairs and still one document.
-- Table: metrics.country_pairs
-- Severity: error, blocking
with
version as (
    select * from metrics.published_version
),

counted as (
    select
        coalesce(sum(case when agreements.party_count = 2 then 1 end), 0) as of_two,
        coalesce(
            sum(
                case
                    when agreements.party_count > 2 then agreements.party_count * (agreements.party_count - 1) / 2
                end
            ),
            0
        ) as pairs_of_many,
    from core.fact_agreements as agreements
    cross join version
    where
        agreements.counts_in_totals
        and agreements.agreement_type <> 'accession'
        and not (agreements.is_sample_only and version.has_real_source)
),

metric as (
    select
        coalesce(sum(bilateral_documents), 0) as bilateral_documents,
        coalesce(sum(multilateral_cosigned), 0) as multilateral_cosigned,
    from metrics.country_pairs
)

select
    counted.of_two,
    metric.bilateral_documents,
    counted.pairs_of_many,
    metric.multilateral_cosigned,
from counted
cross join metric
where
    counted.of_two <> metric.bilateral_documents
    or counted.pairs_of_many <> metric.multilateral_cosigned
