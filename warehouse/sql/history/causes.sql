-- Causes of facts in temp table differing_facts, as the version published before (attached as earlier) tells them: other
-- corrections bear on the fact; an article that told of it then stands no more; or one tells of it that was not there.
-- Where it is none of these, there is no row.
with
    differing as (
        select * from differing_facts
    ),

    evidence as (
        select distinct
            fact_id,
            article_id,
        from core.fact_evidence
        semi join differing using (fact_id)
        where article_id is not null
    ),

    earlier_evidence as (
        select distinct
            fact_id,
            article_id,
        from earlier.core.fact_evidence
        semi join differing using (fact_id)
        where article_id is not null
    ),

    standing as (
        select article_id from core.dim_articles
        where not is_withdrawn
    ),

    earlier_standing as (
        select article_id from earlier.core.dim_articles
        where not is_withdrawn
    ),

    withdrawn_by_hand as (
        select article_id from core.dim_articles
        where withdrawn_reason = 'override'
    ),

    overrides as (
        select
            fact_id,
            override_id,
        from core.overrides
        where status = 'applied'
    ),

    earlier_overrides as (
        select
            fact_id,
            override_id,
        from earlier.core.overrides
        where status = 'applied'
    ),

    corrected as (
        (select * from overrides except select * from earlier_overrides)
        union all
        (select * from earlier_overrides except select * from overrides)
    ),

    causes as (
        select
            fact_id,
            'override' as cause,
        from corrected
        semi join differing using (fact_id)
        union all
        select
            fact_id,
            'override' as cause,
        from earlier_evidence
        semi join withdrawn_by_hand using (article_id)
        union all
        select
            fact_id,
            'withdrawal' as cause,
        from earlier_evidence
        anti join standing using (article_id)
        union all
        select
            fact_id,
            'article' as cause,
        from evidence
        anti join earlier_standing using (article_id)
    )

select
    fact_id,
    arg_min(cause, list_position(['override', 'withdrawal', 'article'], cause)) as cause,
from causes
group by fact_id
