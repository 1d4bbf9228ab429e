-- No evidence comes from a withdrawn article or from the copy of another.
-- Why: a copy would make one source look like two, and a withdrawn article no longer speaks.
-- Table: core.fact_evidence
-- Severity: error
with
evidence as (
    select * from core.fact_evidence
),

articles as (
    select * from core.dim_articles
)

select
    evidence.fact_id,
    evidence.column_name,
    articles.article_id,
    articles.is_withdrawn,
    articles.duplicate_of,
from evidence
inner join articles on evidence.article_id = articles.article_id
where articles.is_withdrawn or articles.duplicate_of is not null
