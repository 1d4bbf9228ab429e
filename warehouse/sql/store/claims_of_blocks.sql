-- The claims in temp table known_claims, each with its block. Another version of the article may hold a claim of the
-- same id; the digest tells which was read.

select
    known_claims.kind,
    claims.anchor_part,
    claims.anchor_start,
    claims.rule,
    claims.confidence,
    claims.cells,
    claims.claim_id,
    known_claims.article_id,
    known_claims.published,
    known_claims.origin_group as source_id,
    known_claims.source_tier,
    known_claims.origin_group,
    false as is_sample,
    known_claims.block,
from placed_claims as claims
inner join known_claims using (claim_id)
where
    known_claims.digest
    = hash(
        claims.cells,
        claims.confidence,
        known_claims.published,
        known_claims.source_tier,
        known_claims.origin_group
    )
qualify
    row_number() over (
        partition by claims.claim_id
        order by claims.rule
    ) = 1
