-- Notes the facts of temp table changed_bearings that no new or dropped correction made others: their cause is that of
-- the outcome of resolution which their claims are or were in.

create or replace temp table moved_facts as
with
    moved as (
        select fact_id from changed_bearings
        where is_moved
    ),

    members as (
        select
            fact_id,
            claim_id,
        from left_members
        union
        select
            fact_id,
            claim_id,
        from curated_members
    ),

    causes as (
        select
            members.fact_id,
            changed_facts.cause,
        from members
        semi join moved using (fact_id)
        inner join fact_members using (claim_id)
        inner join changed_facts on fact_members.fact_id = changed_facts.fact_id
    ),

    told as (
        select
            fact_id,
            arg_min(cause, list_position(['withdrawal', 'article', 'rules'], cause)) as cause,
        from causes
        group by fact_id
    )

select
    moved.fact_id,
    coalesce(told.cause, 'article') as cause,
from moved
left join told using (fact_id);

insert into changed_facts
from moved_facts
anti join changed_facts using (fact_id);

insert into changed_evidence
select fact_id
from moved_facts
anti join changed_evidence using (fact_id);
