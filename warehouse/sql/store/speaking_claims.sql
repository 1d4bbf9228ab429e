-- Claims of the current versions of articles that are neither withdrawn nor duplicates, with where they come from.

with
    claims as (
        select * from claims
    ),

    article_sources as (
        select * from article_sources
        where is_speaking
    )

select
    claims.kind,
    claims.anchor_part,
    claims.anchor_start,
    claims.rule,
    claims.confidence,
    claims.cells,
    claims.claim_id,
    claims.article_id,
    article_sources.published,
    coalesce(article_sources.source_id, 'unknown') as source_id,
    article_sources.source_tier,
    article_sources.origin_group,
    article_sources.is_sample,
from claims
inner join article_sources using (article_id, content_hash)
