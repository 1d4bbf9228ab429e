create or replace macro main.evidence_for(id) as table
with
evidence as (
    select * from core.fact_evidence
    where fact_id = id
),

articles as (
    select * from core.dim_articles
),

sources as (
    select * from core.dim_sources
)

select
    evidence.column_name,
    evidence.element,
    evidence.claimed_value,
    evidence.is_chosen,
    evidence.quote,
    evidence.sentence,
    evidence.is_inferred,
    sources.source_name,
    articles.published_date,
    articles.title,
    articles.url,
    evidence.article_id,
    evidence.claim_id,
    evidence.text_part,
    evidence.char_start,
    evidence.char_end,
    evidence.rule,
from evidence
left join articles on evidence.article_id = articles.article_id
left join sources on articles.source_id = sources.source_id
order by
    evidence.column_name,
    evidence.element,
    evidence.is_chosen desc,
    articles.published_date,
    evidence.claim_id,
    evidence.char_start;

comment on macro table main.evidence_for is
'Every quote that stands behind a fact, cell by cell, the chosen values first: select * from evidence_for(''agr_…'').';
