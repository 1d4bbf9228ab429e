-- Where the current version of each article comes from, and which independent source it counts as. Copies of one story
-- count as one source: the wire that any of them credits (of several the one of the best tier), else the outlet of the
-- original. The original is the wire's own article, else that of the best tier, else the first.

with
    versions as (
        select * from article_versions
        where is_current
    ),

    source_names as (
        select * from source_names
    ),

    story_texts as (
        select * from story_texts
    ),

    named as (
        select
            versions.article_id,
            versions.content_hash,
            versions.published,
            outlets.source_id,
            wires.source_id as credited_source_id,
            coalesce(outlets.source_tier, 4) as source_tier,
            coalesce(wires.source_tier, 4) as wire_tier,
            versions.origin = 'sample' as is_sample,
            not versions.is_withdrawn and versions.duplicate_of is null as is_standing,
            nullif(regexp_extract(lower(versions.language), '^[a-z]{2,3}\b'), '') as language,
            case when not versions.is_withdrawn and versions.duplicate_of is null then story_texts.story_id end
                as story_id,
        from versions
        left join story_texts using (text_hash)
        left join source_names as outlets
            on
                versions.source = outlets.name
                and (versions.origin = 'sample') = outlets.is_sample
        left join source_names as wires
            on
                versions.credited_source = wires.name
                and (versions.origin = 'sample') = wires.is_sample
    ),

    wires as (
        select
            story_id,
            first(credited_source_id order by wire_tier, published nulls last, article_id) as wire_id,
        from named
        where story_id is not null and credited_source_id is not null
        group by story_id
    ),

    originals as (
        select
            named.*,
            wires.wire_id,
            coalesce(named.source_id = wires.wire_id, false) as is_wire,
        from named
        left join wires using (story_id)
        where named.story_id is not null
    ),

    stories as (
        select
            story_id,
            first(article_id order by is_wire desc, source_tier, published nulls last, article_id) as article_id,
            coalesce(
                any_value(wire_id),
                first(source_id order by source_tier, published nulls last, article_id)
                    filter (where source_id is not null),
                'unknown'
            ) as origin_group,
        from originals
        group by story_id
    )

select
    named.article_id,
    named.content_hash,
    named.source_id,
    named.credited_source_id,
    coalesce(stories.origin_group, named.credited_source_id, named.source_id, 'unknown') as origin_group,
    named.source_tier,
    named.is_sample,
    named.is_standing and coalesce(named.language, 'en') in ('en', 'eng') as is_speaking,
    named.language,
    case when stories.article_id <> named.article_id then stories.article_id end as copy_of,
    case
        when stories.article_id = named.article_id then null
        when stories.origin_group = named.credited_source_id then 'credited wire'
        when stories.article_id is not null then 'near copy'
    end as copy_reason,
from named
left join stories using (story_id)
order by named.article_id
