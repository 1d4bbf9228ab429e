-- In no order: to sort titles and addresses would cost more than all else here.
with
    versions as not materialized (
        select * from stage.told_versions
    ),

    article_sources as (
        select * from store.article_sources
    ),

    overrides as (
        select * from store.overrides
        where action = 'withdraw' and status = 'applied'
    ),

    withdrawn_by_hand as (
        select distinct other_id as article_id from overrides
    ),

    -- of articles with more than one
    counted as (
        select
            article_id,
            count(*)::integer as version_count,
        from versions
        semi join (select article_id from versions where not is_current) using (article_id)
        group by article_id
    )

select
    versions.article_id,
    versions.url,
    versions.source_article_id,
    versions.title,
    exact_day(versions.published) as published_date,
    versions.is_date_doubtful,
    versions.first_seen_at as fetched_at,
    article_sources.source_id,
    versions.byline,
    article_sources.credited_source_id,
    article_sources.language,
    versions.origin,
    coalesce(counted.version_count, 1) as version_count,
    article_sources.origin_group,
    coalesce(versions.duplicate_of, article_sources.copy_of) as duplicate_of,
    case when versions.duplicate_of is not null then 'same text' else article_sources.copy_reason end
        as duplicate_reason,
    versions.origin = 'sample' as is_sample,
    versions.is_withdrawn or withdrawn_by_hand.article_id is not null as is_withdrawn,
    case
        when versions.is_withdrawn then versions.withdrawn_reason
        when withdrawn_by_hand.article_id is not null then 'override'
    end as withdrawn_reason,
from versions
left join counted using (article_id)
left join article_sources using (article_id, content_hash)
left join withdrawn_by_hand using (article_id)
where versions.is_current
