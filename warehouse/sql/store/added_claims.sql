-- The claims in temp table changed_claims that count and are new or say something else, with where they come from.

with
    changed_claims as (
        select * from changed_claims
        where is_told
    ),

    claims as (
        select * from told_now
    ),

    changed_sources as (
        select * from changed_sources
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
    changed_sources.published,
    coalesce(changed_sources.source_id, 'unknown') as source_id,
    changed_sources.source_tier,
    changed_sources.origin_group,
    changed_sources.is_sample,
from claims
inner join changed_sources using (article_id, content_hash)
semi join changed_claims using (claim_id)
order by claims.claim_id
