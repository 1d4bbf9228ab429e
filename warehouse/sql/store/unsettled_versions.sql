-- The current versions at the places in temp table unsettled_places: temp table settled_versions. And where resolution
-- marked those that it has looked at before: temp table mark_places, empty where $is_full. What came after the last
-- article that was marked, and has no other version, has no mark: none is looked for.

create or replace temp table newest_marked as
select max(settled_until) as seen_at
from resolution_basis;

create or replace temp table lone_places as
select place
from unsettled_places
where is_alone;

create or replace temp table settled_versions as
select
    article_id,
    content_hash,
    text_hash,
    case when not is_date_doubtful then published end as published,
    source,
    credited_source,
    origin = 'sample' as is_sample,
    nullif(regexp_extract(lower(language), '^[a-z]{2,3}\b'), '') as language,
    is_withdrawn,
    not is_withdrawn and duplicate_of is null as is_standing,
    not $is_full
    and first_seen_at > (select newest_marked.seen_at from newest_marked)
    and rowid in (select lone_places.place from lone_places) as is_new,
from article_versions
where
    is_current
    and rowid in (select unsettled_places.place from unsettled_places);

create or replace temp table mark_places as
select article_marks.rowid as place
from article_marks
where
    not $is_full
    and article_id in (
        select settled_versions.article_id
        from settled_versions
        where settled_versions.is_new is distinct from true
    );
