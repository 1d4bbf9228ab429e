-- Where no block is replaced: nothing was, and nothing is new.

create or replace temp table old_members as
from fact_members
limit 0;

create or replace temp table new_members as
from fact_members
limit 0;
