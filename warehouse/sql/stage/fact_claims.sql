-- One row per fact that is written anew and claim that tells of it, with where the claim comes from.

with
    members as (
        select * from stage.standing_members
    ),

    facts as (
        select * from stage.standing_facts
        semi join stage.told_facts using (fact_id)
    ),

    claims as (
        select * from store.claims
    ),

    article_sources as (
        select * from store.article_sources
        where is_speaking
    )

select
    facts.fact_id,
    facts.kind,
    claims.claim_id,
    claims.content_hash,
    claims.article_id,
    claims.rule,
    claims.rules_version,
    json_extract_string(claims.cells, '$.status') as claimed_status,
    article_sources.origin_group,
    coalesce(article_sources.credited_source_id, article_sources.source_id) as speaking_source_id,
    article_sources.is_sample,
    article_sources.published,
from members
inner join facts using (fact_id)
inner join claims using (claim_id)
inner join article_sources using (article_id, content_hash)
