-- Takes out the blocks in temp table replaced_blocks, with the facts of their claims; changed claims stand in such
-- blocks. Leaves what those were in temp tables old_claims, old_members and stale_names, and in current_claims what is
-- known of every claim that now counts. All is found by the number of the block, a narrow column, and read by its
-- place: rows of one block lie side by side. What is known of the claims is at hand in temp table held_claims, since no
-- block is replaced before its claims were asked for.

create or replace temp table replaced_claims as
select held_claims.*
from held_claims
semi join replaced_blocks using (block);

create or replace temp table old_claims as
select * exclude (found_at)
from replaced_claims;

create or replace temp table current_claims as
select * from told_claims
union all by name
select * exclude (block) from old_claims
anti join told_claims using (claim_id);

create or replace temp table member_places as
select fact_members.rowid as place
from fact_members
semi join replaced_blocks using (block);

create or replace temp table old_members as
select *
from fact_members
where rowid in (select member_places.place from member_places);

create or replace temp table old_facts as
select distinct fact_id from old_members;

create or replace temp table stale_names as
select distinct
    dimension,
    id,
from provisional_names
semi join replaced_blocks using (block);

delete from resolved_facts
using old_facts
where resolved_facts.fact_id = old_facts.fact_id;

delete from fact_members
where rowid in (select member_places.place from member_places);

delete from fact_cells
using replaced_blocks
where fact_cells.block = replaced_blocks.block;

delete from unchosen_values
using replaced_blocks
where unchosen_values.block = replaced_blocks.block;

delete from reviews
where rowid in (
    select doubts.review
    from (select rowid as review, unnest(fact_ids) as fact_id from reviews) as doubts
    inner join old_facts using (fact_id)
);

delete from resolved_claims
where rowid in (select replaced_claims.found_at from replaced_claims);

delete from block_keys
using replaced_blocks
where block_keys.block = replaced_blocks.block;

delete from provisional_names
using replaced_blocks
where provisional_names.block = replaced_blocks.block;
