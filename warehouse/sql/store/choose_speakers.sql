-- Of the standing articles with the same text the one that speaks: of the outlet that one of them credits, else of the
-- best tier, else the first. Temp table outlet_tiers holds what is known of the outlets.

create or replace temp table changed_speakers as
with
    outlets as (
        select * from outlet_tiers
    ),

    versions as (
        select
            article_id,
            content_hash,
            text_hash,
            published,
            source,
            credited_source,
            origin = 'sample' as is_sample,
            duplicate_of,
        from article_versions
        where is_current and not is_withdrawn
    ),

    repeated as (
        select distinct text_hash
        from versions
        where duplicate_of is not null
    ),

    credited as (
        select distinct
            versions.text_hash,
            outlets.source_id,
        from versions
        inner join outlets on versions.credited_source = outlets.name
        where outlets.source_id is not null
    ),

    ranked as (
        select
            versions.article_id,
            versions.content_hash,
            versions.duplicate_of,
            first_value(versions.article_id) over (
                partition by versions.text_hash
                order by
                    versions.is_sample,
                    credited.source_id is null,
                    coalesce(outlets.source_tier, 4),
                    versions.published nulls last,
                    versions.article_id
            ) as speaker_id,
        from versions
        semi join repeated using (text_hash)
        left join outlets on versions.source = outlets.name
        left join credited
            on
                versions.text_hash = credited.text_hash
                and outlets.source_id = credited.source_id
    ),

    chosen as (
        select
            article_id,
            content_hash,
            duplicate_of,
            nullif(speaker_id, article_id) as repeats,
        from ranked
    )

select
    article_id,
    content_hash,
    repeats,
from chosen
where repeats is distinct from duplicate_of;

update article_versions
set duplicate_of = changed.repeats
from changed_speakers as changed
where
    article_versions.article_id = changed.article_id
    and article_versions.content_hash = changed.content_hash;

insert into unsettled_articles by name
select distinct article_id
from changed_speakers
anti join unsettled_articles using (article_id);
