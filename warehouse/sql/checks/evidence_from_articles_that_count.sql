-- No evidence comes from a withdrawn article, from one that repeats another word for word, or from one not in English.
-- Why: a copy would make one source look like two, a withdrawn article no longer speaks, and the rules read English.
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
    articles.duplicate_reason,
    articles.language,
from evidence
inner join articles on evidence.article_id = articles.article_id
where articles.is_withdrawn or articles.duplicate_reason = 'same text' or articles.language not in ('en', 'eng')
