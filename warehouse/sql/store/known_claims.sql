-- Reads the claims of the blocks in temp table wanted_blocks. Adds what is known of them to temp table held_claims;
-- leaves the same of those that are as they were in temp table known_claims, and what they say in temp table
-- placed_claims. A claim is looked for where resolution last read it, and by its id where it is not found there as it was
-- read: all claims are searched then.

create or replace temp table block_places as
select resolved_claims.rowid as place
from resolved_claims
semi join wanted_blocks using (block);

create or replace temp table found_claims as
select
    rowid as found_at,
    *,
from resolved_claims
where rowid in (select block_places.place from block_places);

insert into held_claims by name
from found_claims;

create or replace temp table known_claims as
select *
from found_claims
anti join changed_claims using (claim_id);

create or replace temp table placed_claims as
select
    claim_id,
    anchor_part,
    anchor_start,
    rule,
    confidence,
    cells,
from claims
where rowid in (select known_claims.place from known_claims);

create or replace temp table lost_claims as
with
    told_claims as (
        select known_claims.claim_id
        from placed_claims
        inner join known_claims using (claim_id)
        where
            known_claims.digest
            = hash(
                placed_claims.cells,
                placed_claims.confidence,
                known_claims.published,
                known_claims.source_tier,
                known_claims.origin_group
            )
    )

select claim_id from known_claims
anti join told_claims using (claim_id);

insert into placed_claims by name
select
    claim_id,
    anchor_part,
    anchor_start,
    rule,
    confidence,
    cells,
from claims
semi join lost_claims using (claim_id);
