-- The claims of the facts that corrections name: by id, by what an id became, by a claim, by an article. One row per id asked for
-- (empty where a claim names the fact), fact and claim. An id ends in the hash of a claim, which finds the fact too.
with recursive
    asked as (
        select unnest($ids::varchar[]) as asked_id
    ),

    named_claims as (
        select unnest($claims::varchar[]) as claim_id
        union
        select 'clm_' || split_part(asked_id, '_', 2) from asked
    ),

    followed as (
        select
            asked_id,
            asked_id as fact_id,
            0 as steps,
        from asked
        union
        select
            followed.asked_id,
            redirect_steps.new_id,
            followed.steps + 1,
        from followed
        inner join redirect_steps on followed.fact_id = redirect_steps.old_id
        where followed.steps < 100
    ),

    by_id as (
        select
            followed.asked_id,
            min_by(followed.fact_id, (followed.steps, followed.fact_id)) as fact_id,
        from followed
        inner join resolved_facts using (fact_id)
        group by followed.asked_id
    ),

    by_claim as (
        select distinct
            '' as asked_id,
            fact_members.fact_id,
        from fact_members
        inner join named_claims using (claim_id)
    ),

    by_article as (
        select distinct
            '' as asked_id,
            fact_members.fact_id,
        from fact_members
        inner join claims using (claim_id)
        where claims.article_id in (select unnest($articles::varchar[]))
    ),

    named as (
        select * from by_id
        union all
        select * from by_claim
        union all
        select * from by_article
    )

select
    named.asked_id,
    fact_members.fact_id,
    fact_members.claim_id,
from named
inner join fact_members using (fact_id)
order by all
