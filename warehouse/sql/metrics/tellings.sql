-- Which article tells of which fact, once for all metrics that ask.
create or replace temp table tellings as
with
fact_claims as (
    select * from core.bridge_fact_claims
),

claims as (
    select * from core.claims
    where article_id is not null
),

articles as (
    select * from core.dim_articles
),

told as (
    select distinct
        fact_claims.fact_id,
        claims.article_id,
    from fact_claims
    inner join claims using (claim_key)
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
