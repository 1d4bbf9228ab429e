-- Articles of which the version that is carried on may not tell: those that were looked at since, and all that people
-- withdraw or did withdraw.
with
    changed as (
        select * from store.changed_articles
    ),

    unsettled as (
        select * from store.unsettled_articles
    ),

    overrides as (
        select * from store.overrides
        where action = 'withdraw'
    ),

    published as (
        select * from published.core.dim_articles
    )

select article_id from changed
union
select article_id from unsettled
union
select other_id as article_id from overrides
union
select article_id from published
where withdrawn_reason = 'override'
