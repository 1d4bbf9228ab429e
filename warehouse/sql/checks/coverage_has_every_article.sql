-- Extracted articles and copies together are all articles, source by source.
-- Why: articles in are articles current, copied and withdrawn; none is dropped on the way to the metrics.
-- Table: metrics.source_coverage
-- Severity: error, blocking
with
coverage as (
    select
        source_id,
        sum(extracted) as extracted,
        sum(duplicates) as duplicates,
    from metrics.source_coverage
    group by source_id
),

articles as (
    select
        source_id,
        count_if(duplicate_of is null) as originals,
        count_if(duplicate_of is not null) as copies,
    from core.dim_articles
    group by source_id
)

select
    coalesce(coverage.source_id, articles.source_id) as source_id,
    coverage.extracted,
    articles.originals,
    coverage.duplicates,
    articles.copies,
from coverage
full join articles on coverage.source_id is not distinct from articles.source_id
where
    coalesce(coverage.extracted, 0) <> coalesce(articles.originals, 0)
    or coalesce(coverage.duplicates, 0) <> coalesce(articles.copies, 0)
