-- The rejects of articles lie in the writer's store, attached as `store` meanwhile; those of catalogues are published.
with
rejects as (
    select * from store.main.rejects
),

catalogue_rejects as (
    select * from core.catalogue_rejects
),

switched_off as (
    select source_name from store.main.source_states
    where not is_enabled
),

version as (
    select * from metrics.published_version
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
    items.*,
    version.published_at as refreshed_at,
from items
cross join version
anti join switched_off on items.source_name = switched_off.source_name
order by items.source_name, items.place, items.content_hash
