-- Finds the articles of which resolution has to look at the claims again, among those in temp table settled_versions:
-- another version stands than it knew, or the source, or whether they count, is another. Leaves them in temp table
-- changed_sources, with their place in article_sources as it should be. Copies of one story count as one source: the
-- wire that any of them credits (of several the one of the best tier), else the outlet of the original: the wire's own
-- article, else that of the best tier, else the first. All of them are unsettled together.
-- is_known: resolution has looked at the article before: where it has not, what it keeps of articles and claims need not
-- be searched for it.

create or replace temp table changed_sources as
with
    versions as (
        select * from settled_versions
    ),

    source_names as (
        select * from source_names
    ),

    story_texts as (
        select * from story_texts
    ),

    marks as (
        select * from article_marks
        where $is_full or rowid in (select mark_places.place from mark_places)
    ),

    named as (
        select
            versions.*,
            outlets.source_id,
            wires.source_id as credited_source_id,
            coalesce(outlets.source_tier, 4) as source_tier,
            coalesce(wires.source_tier, 4) as wire_tier,
            case when versions.is_standing then story_texts.story_id end as story_id,
        from versions
        left join story_texts using (text_hash)
        left join source_names as outlets
            on
                versions.source = outlets.name
                and versions.is_sample = outlets.is_sample
        left join source_names as wires
            on
                versions.credited_source = wires.name
                and versions.is_sample = wires.is_sample
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
    ),

    told_sources as (
        select
            named.article_id,
            named.content_hash,
            named.published,
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
            named.is_withdrawn,
        from named
        left join stories using (story_id)
    ),

    digested as (
        select
            *,
            hash(told_sources) as digest,
        from told_sources
    )

select
    digested.*,
    marks.digest = 0 and marks.content_hash = digested.content_hash and marks.is_speaking as is_only_read_anew,
    marks.article_id is not null as is_known,
from digested
left join marks using (article_id)
where $is_full or marks.digest is distinct from digested.digest;

drop table settled_versions;
