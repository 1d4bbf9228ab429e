-- Which version of each article stands, and which articles repeat the text of another. A function of the rows alone.

with
    versions as (
        select * from article_versions
    ),

    ranked as (
        select
            article_id,
            content_hash,
            text_hash,
            published,
            origin,
            is_withdrawn,
            row_number() over (
                partition by article_id
                order by is_withdrawn, origin = 'sample', sequence desc
            ) = 1 as is_current,
        from versions
    ),

    speakers as (
        select
            article_id,
            first_value(article_id) over (
                partition by text_hash
                order by origin = 'sample', published nulls last, article_id
            ) as speaker_id,
        from ranked
        where is_current and not is_withdrawn
    ),

    settled as (
        select
            ranked.article_id,
            ranked.content_hash,
            ranked.is_current,
            case when ranked.is_current then nullif(speakers.speaker_id, ranked.article_id) end as duplicate_of,
        from ranked
        left join speakers using (article_id)
    )

update article_versions
set
    is_current = settled.is_current,
    duplicate_of = settled.duplicate_of
from settled
where
    article_versions.article_id = settled.article_id
    and article_versions.content_hash = settled.content_hash
    and (
        article_versions.is_current <> settled.is_current
        or article_versions.duplicate_of is distinct from settled.duplicate_of
    );
