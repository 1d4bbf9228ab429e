-- Takes out all facts and blocks. Leaves what they were in temp tables old_claims and old_members, and in
-- current_claims what is known of every claim that now counts.

create or replace temp table old_claims as
from resolved_claims;

create or replace temp table old_members as
from fact_members;

create or replace temp table current_claims as
from told_claims;

create or replace temp table stale_names as
select distinct
    dimension,
    id,
from provisional_members;

delete from resolved_facts;

delete from fact_members;

delete from fact_cells;

delete from unchosen_values;

delete from reviews;

delete from resolved_claims;

delete from block_keys;

delete from provisional_names;
