-- Which article tells of which fact, once for all metrics that ask: evidence has a row for each quote.
create or replace temp table tellings as
with
evidence as (
    select * from core.fact_evidence
),

articles as (
    select * from core.dim_articles
),

told as (
    select distinct fact_id, article_id from evidence
)

select
    told.fact_id,
    articles.article_id,
    articles.source_id,
    coalesce(articles.credited_source_id, articles.source_id, 'unknown') as origin,
    cast(date_trunc('month', articles.published_date) as date) as month,
    articles.is_withdrawn,
from told
inner join articles on told.article_id = articles.article_id
