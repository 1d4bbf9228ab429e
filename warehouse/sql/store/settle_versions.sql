-- Of the articles in temp table touched_articles: which are withdrawn, which version stands; and of all articles with
-- one of their texts, which repeats another. A function of the rows alone: done for some articles or for all, in any
-- batches, it comes to the same. All of them are noted for resolution.

create or replace temp table touched_texts as
select distinct text_hash
from article_versions
semi join touched_articles using (article_id);

with
    wanted as (
        select
            versions.article_id,
            versions.content_hash,
            withdrawals.reason,
        from article_versions as versions
        semi join touched_articles using (article_id)
        left join withdrawals using (article_id)
        where versions.origin <> 'sample'
    )

update article_versions
set
    is_withdrawn = wanted.reason is not null,
    withdrawn_reason = wanted.reason
from wanted
where
    article_versions.article_id = wanted.article_id
    and article_versions.content_hash = wanted.content_hash
    and (
        article_versions.is_withdrawn <> (wanted.reason is not null)
        or article_versions.withdrawn_reason is distinct from wanted.reason
    );

with
    ranked as (
        select
            article_id,
            content_hash,
            row_number() over (
                partition by article_id
                order by is_withdrawn, origin = 'sample', sequence desc
            ) = 1 as is_current,
        from article_versions
        semi join touched_articles using (article_id)
    )

update article_versions
set is_current = ranked.is_current
from ranked
where
    article_versions.article_id = ranked.article_id
    and article_versions.content_hash = ranked.content_hash
    and article_versions.is_current <> ranked.is_current;

with
    versions as (
        select
            article_id,
            content_hash,
            text_hash,
            published,
            origin,
            is_current,
            is_withdrawn,
        from article_versions
        semi join touched_texts using (text_hash)
    ),

    speakers as (
        select
            article_id,
            first_value(article_id) over (
                partition by text_hash
                order by origin = 'sample', published nulls last, article_id
            ) as speaker_id,
        from versions
        where is_current and not is_withdrawn
    ),

    settled as (
        select
            versions.article_id,
            versions.content_hash,
            case when versions.is_current then nullif(speakers.speaker_id, versions.article_id) end as duplicate_of,
        from versions
        left join speakers using (article_id)
    )

update article_versions
set duplicate_of = settled.duplicate_of
from settled
where
    article_versions.article_id = settled.article_id
    and article_versions.content_hash = settled.content_hash
    and article_versions.duplicate_of is distinct from settled.duplicate_of;

create or replace temp table noted_articles as
select
    article_id,
    case when count(*) = 1 then any_value(sequence) end as sequence,
from article_versions
semi join touched_texts using (text_hash)
group by article_id;

update unsettled_articles
set sequence = null
from noted_articles
where
    unsettled_articles.article_id = noted_articles.article_id
    and unsettled_articles.sequence is distinct from noted_articles.sequence;

insert into unsettled_articles by name
from noted_articles
anti join unsettled_articles using (article_id);
