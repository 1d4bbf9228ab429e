-- The claims in temp table wanted_claims, with their blocks and where they come from. What is wanted is found first, so
-- that no join is larger than that.

create or replace temp table picked_claims as
select
    claims.*,
    wanted_claims.block,
from claims
inner join wanted_claims using (claim_id);

create or replace temp table picked_sources as
select article_sources.*
from article_sources
semi join picked_claims using (article_id);

create or replace temp table picked_versions as
select
    article_id,
    content_hash,
    case when not is_date_doubtful then published end as published,
from article_versions
semi join picked_claims using (article_id);

select
    picked_claims.kind,
    picked_claims.anchor_part,
    picked_claims.anchor_start,
    picked_claims.rule,
    picked_claims.confidence,
    picked_claims.cells,
    picked_claims.claim_id,
    picked_claims.article_id,
    picked_versions.published,
    coalesce(picked_sources.source_id, 'unknown') as source_id,
    picked_sources.source_tier,
    picked_sources.origin_group,
    picked_sources.is_sample,
    picked_claims.block,
from picked_claims
inner join picked_sources using (article_id, content_hash)
inner join picked_versions using (article_id, content_hash)
where picked_sources.is_speaking
order by picked_claims.claim_id
