-- Notes which facts were made or unmade, and why: for the claims in temp table changed_claims that are or were behind
-- them. A cause that is already noted stays where it tells more.

create or replace temp table noted_facts as
with
    changed_claims as (
        select * from changed_claims
    ),

    touched as (
        select distinct fact_id from old_members
        union
        select fact_id from new_members
    ),

    own as (
        select
            members.fact_id,
            changed_claims.cause,
        from changed_claims
        inner join (
            select
                fact_id,
                claim_id,
            from old_members
            union
            select
                fact_id,
                claim_id,
            from new_members
        ) as members using (claim_id)
    ),

    causes as (
        select * from own
        union all
        -- what is made of the claims of a fact that a change took apart
        select
            new_members.fact_id,
            own.cause,
        from new_members
        inner join old_members using (claim_id)
        inner join own on old_members.fact_id = own.fact_id
        union all
        select
            fact_id,
            cause,
        from changed_facts
        where fact_id in (select touched.fact_id from touched)
    ),

    told as (
        select
            fact_id,
            arg_min(cause, list_position(['override', 'withdrawal', 'article', 'rules'], cause)) as cause,
        from causes
        group by fact_id
    )

select
    touched.fact_id,
    coalesce(told.cause, $cause) as cause,
from touched
left join told using (fact_id)
where told.cause is not null or $cause is not null;

delete from changed_facts
where fact_id in (select noted_facts.fact_id from noted_facts);

insert into changed_facts
from noted_facts;
