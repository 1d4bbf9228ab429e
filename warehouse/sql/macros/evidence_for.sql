create or replace macro main.evidence_for(id) as table
with
told as (
    select * from core.fact_evidence
    where fact_id = id
),

held_once as (
    select * from core.history_evidence
    where fact_id = id
),

evidence as (
    select
        told.*,
        null::timestamp as known_to,
    from told
    union all by name
    select
        held_once.*,
        false as is_chosen,
    from held_once
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
    evidence.known_to,
from evidence
left join articles on evidence.article_id = articles.article_id
left join sources on articles.source_id = sources.source_id
order by
    evidence.known_to desc nulls first,
    evidence.column_name,
    evidence.element,
    evidence.is_chosen desc,
    articles.published_date,
    evidence.claim_id,
    evidence.char_start;

comment on macro table main.evidence_for is
'Every quote that stands behind a fact, cell by cell, the chosen values first: select * from evidence_for(''agr_…''). Last, with the time known_to, those of values that it held once and that nobody tells of it any more; of a fact that is gone these alone.';
