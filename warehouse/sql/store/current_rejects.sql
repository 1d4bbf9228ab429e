-- What cannot be read at present, of articles and of catalogues; what came from a source that is off is left out.
with
rejects as (
    select * from rejects
),

catalogue_rejects as (
    select * from catalogue_rejects
),

switched_off as (
    select source_name from source_states
    where not is_enabled
),

items as (
    select
        origin as source_name,
        locator as place,
        content_hash,
        reason,
        detail,
        coalesce(fields ->> '$.url', case when regexp_matches(locator, '^https?://') then locator end) as url,
        fields ->> '$.title' as title,
        fields ->> '$.id' as source_article_id,
        first_seen_at,
        coalesce(last_seen_at, first_seen_at) as last_seen_at,
    from rejects
    union all
    select
        catalogue as source_name,
        place,
        content_hash,
        reason,
        detail,
        null as url,
        null as title,
        null as source_article_id,
        null as first_seen_at,
        null as last_seen_at,
    from catalogue_rejects
)

select
    source_name,
    place,
    content_hash,
    reason,
    detail,
    url,
    title,
    source_article_id,
    first_seen_at,
    last_seen_at,
from items
anti join switched_off using (source_name)
order by source_name, place, content_hash
