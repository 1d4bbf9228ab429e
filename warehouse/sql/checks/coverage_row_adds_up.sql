-- What was seen is what was extracted, rejected, a copy or in another language.
-- Why: an article that is in none of the four has been lost.
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
    other_language,
from coverage
where
    seen <> extracted + rejected + duplicates + other_language
    or facts_only_here > facts
