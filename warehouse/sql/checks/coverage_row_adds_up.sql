-- What was seen is what was extracted, rejected or a copy.
-- Why: an article that is in none of the three has been lost.
-- Table: metrics.source_coverage
-- Severity: error, blocking
with
coverage as (
    select * from metrics.source_coverage
)

select
    source_id,
    month,
    seen,
    extracted,
    rejected,
    duplicates,
from coverage
where
    seen <> extracted + rejected + duplicates
    or facts_only_here > facts
