-- Claims of these ids that count, with where they come from: as speaking_claims, without reading all of them.
with
    claims as (
        select * from claims
        where claim_id in (select unnest($claims))
    ),

    article_sources as (
        select * from article_sources
        where is_speaking
    ),

    versions as (
        select * from article_versions
        where is_current
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
    case when not versions.is_date_doubtful then versions.published end as published,
    coalesce(article_sources.source_id, 'unknown') as source_id,
    article_sources.source_tier,
    article_sources.origin_group,
    article_sources.is_sample,
from claims
inner join article_sources using (article_id, content_hash)
inner join versions using (article_id, content_hash)
order by claims.claim_id
