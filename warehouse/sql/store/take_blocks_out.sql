-- Takes out the blocks in temp table replaced_blocks, with the facts of their claims and of all changed claims. Leaves
-- what those were in temp tables old_claims, old_members and stale_names, and in current_claims what is known of every
-- claim that now counts.

create or replace temp table old_claims as
select * from resolved_claims
where
    block in (select replaced_blocks.block from replaced_blocks)
    or claim_id in (select changed_claims.claim_id from changed_claims);

create or replace temp table current_claims as
select claim_id, article_id, kind, digest from told_claims
union all
select claim_id, article_id, kind, digest from old_claims
anti join told_claims using (claim_id);

create or replace temp table old_members as
select * from fact_members
semi join old_claims using (claim_id);

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
using old_claims
where fact_members.claim_id = old_claims.claim_id;

delete from fact_cells
using old_facts
where fact_cells.fact_id = old_facts.fact_id;

delete from chosen_values
using old_claims
where chosen_values.claim_id = old_claims.claim_id;

delete from reviews
where list_has_any(fact_ids, (select coalesce(list(old_facts.fact_id), []) from old_facts));

delete from resolved_claims
using old_claims
where resolved_claims.claim_id = old_claims.claim_id;

delete from block_keys
using replaced_blocks
where block_keys.block = replaced_blocks.block;

delete from provisional_names
using replaced_blocks
where provisional_names.block = replaced_blocks.block;
