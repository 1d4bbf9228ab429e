-- What corrections made of the facts so far, before it is replaced: ids that stood by them, and their claims.

create or replace temp table left_facts as
select fact_id
from curated_facts
where is_standing;

create or replace temp table left_members as
select
    fact_id,
    claim_id,
from curated_members;
