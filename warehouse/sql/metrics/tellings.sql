-- Who tells of which fact and when, once for all metrics that ask: one row per article that tells of it, or several.
create or replace table shared.tellings as
with
fact_claims as (
    select * from core.bridge_fact_claims
),

claims as (
    select * from core.claims
),

articles as (
    select * from core.dim_articles
)

select
    fact_claims.fact_id,
    articles.source_id,
    coalesce(articles.credited_source_id, articles.source_id, 'unknown') as origin,
    cast(date_trunc('month', articles.published_date) as date) as month,
    articles.is_withdrawn,
from fact_claims
inner join claims using (claim_key)
inner join articles using (article_id)
