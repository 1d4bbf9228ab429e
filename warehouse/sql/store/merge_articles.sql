-- Merges temp table incoming_articles (in order of reading) into article_versions. A version that is known and
-- current changes nothing; whatever makes another version the last one read moves that version to the end.

create or replace temp table read_versions as
with
    incoming as (
        select * from incoming_articles
    ),

    ranked as (
        select
            *,
            row_number() over (
                partition by article_id, content_hash
                order by origin = 'sample', ordinal desc
            ) as place,
        from incoming
    )

select * exclude (place)
from ranked
where place = 1;

create or replace temp table known_versions as
select
    article_id,
    content_hash,
    origin,
    is_current,
    is_withdrawn,
from article_versions
semi join read_versions using (article_id);

create or replace temp table moved_articles as
with
    last_read as (
        select
            article_id,
            arg_max(content_hash, (origin <> 'sample', ordinal)) as content_hash,
        from read_versions
        group by article_id
    ),

    unknown_versions as (
        select read_versions.article_id
        from read_versions
        anti join known_versions using (article_id, content_hash)
    ),

    overtaken as (
        select last_read.article_id
        from last_read
        inner join known_versions using (article_id)
        where
            known_versions.is_current
            and known_versions.content_hash <> last_read.content_hash
    )

select article_id from unknown_versions
union
select article_id from overtaken;

update article_versions
set sequence = $base + read_versions.ordinal
from read_versions
semi join moved_articles using (article_id)
where
    article_versions.article_id = read_versions.article_id
    and article_versions.content_hash = read_versions.content_hash;

update article_versions
set
    url = read_versions.url,
    source_article_id = read_versions.source_article_id,
    source = read_versions.source,
    byline = read_versions.byline,
    language = read_versions.language,
    credited_source = read_versions.credited_source,
    origin = read_versions.origin,
    locator = read_versions.locator,
    notes = read_versions.notes,
    is_withdrawn = false,
    withdrawn_reason = null
from read_versions
where
    article_versions.article_id = read_versions.article_id
    and article_versions.content_hash = read_versions.content_hash
    and (article_versions.origin = 'sample' or read_versions.origin <> 'sample')
    and (
        article_versions.url is distinct from read_versions.url
        or article_versions.source_article_id is distinct from read_versions.source_article_id
        or article_versions.source is distinct from read_versions.source
        or article_versions.byline is distinct from read_versions.byline
        or article_versions.language is distinct from read_versions.language
        or article_versions.credited_source is distinct from read_versions.credited_source
        or (article_versions.origin = 'sample') <> (read_versions.origin = 'sample')
    );

insert into article_versions by name
select
    read_versions.* exclude (ordinal),
    $base + read_versions.ordinal as sequence,
    $read_at as first_seen_at,
    false as is_current,
    false as is_withdrawn,
    null as withdrawn_reason,
    null as duplicate_of,
from read_versions
anti join known_versions using (article_id, content_hash);

insert into article_carriers
with
    brought as (
        select
            article_id,
            origin,
        from incoming_articles
        union
        select
            article_id,
            origin,
        from known_versions
    ),

    several as (
        select article_id from brought
        group by article_id
        having count(*) > 1
    )

select
    article_id,
    origin,
from brought
semi join several using (article_id)
anti join article_carriers using (article_id, origin);

create or replace temp table touched_articles as
select distinct article_id from read_versions;
