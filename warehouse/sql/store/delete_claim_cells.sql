-- Cells that the versions of temp table incoming_extractions had under earlier rules.

with
    incoming_extractions as (
        select * from incoming_extractions
    ),

    outdated as (
        select
            claims.claim_id,
            claims.content_hash,
        from claims
        inner join incoming_extractions using (article_id, content_hash)
    )

delete from claim_cells
using outdated
where
    claim_cells.claim_id = outdated.claim_id
    and claim_cells.content_hash = outdated.content_hash
