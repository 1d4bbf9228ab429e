-- The claims of the blocks in temp table wanted_blocks that count and are as they were, each with its block. Another
-- version of the article may hold a claim of the same id; the digest tells which was read.

with
    blocks as (
        select * from wanted_blocks
    ),

    known_claims as (
        select * from resolved_claims
        semi join blocks using (block)
    ),

    standing_claims as (
        select * from known_claims
        anti join changed_claims using (claim_id)
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
    standing_claims.published,
    standing_claims.origin_group as source_id,
    standing_claims.source_tier,
    standing_claims.origin_group,
    false as is_sample,
    standing_claims.block,
from claims
inner join standing_claims using (claim_id)
where
    standing_claims.digest
    = hash(
        claims.cells,
        claims.confidence,
        standing_claims.published,
        standing_claims.source_tier,
        standing_claims.origin_group
    )
qualify
    row_number() over (
        partition by claims.claim_id
        order by claims.rule
    ) = 1
