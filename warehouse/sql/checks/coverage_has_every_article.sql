-- Extracted articles, copies and those in other languages are all articles that stand, source by source.
-- Why: none is dropped on the way to the metrics, and none that was withdrawn is counted.
-- Table: metrics.source_coverage
-- Severity: error, blocking
with
coverage as (
    select
        source_id,
        sum(extracted + other_language) as read_alone,
        sum(duplicates) as duplicates,
    from metrics.source_coverage
    group by source_id
),

articles as (
    select
        source_id,
        count_if(duplicate_reason is distinct from 'same text') as originals,
        count_if(duplicate_reason = 'same text') as copies,
    from core.dim_articles
    where not is_withdrawn
    group by source_id
)

select
    coalesce(coverage.source_id, articles.source_id) as source_id,
    coverage.read_alone,
    articles.originals,
    coverage.duplicates,
    articles.copies,
from coverage
full join articles on coverage.source_id is not distinct from articles.source_id
where
    coalesce(coverage.read_alone, 0) <> coalesce(articles.originals, 0)
    or coalesce(coverage.duplicates, 0) <> coalesce(articles.copies, 0)
