-- The writer keeps a row for each source that was ever configured; its store is attached as `store` meanwhile.
with
states as (
    select * from store.main.source_states
),

articles as (
    select
        origin,
        count(*) as articles,
    from core.dim_articles
    where not is_withdrawn
    group by origin
),

elsewhere as (
    select
        carriers.origin,
        count(*) as articles,
    from store.main.article_carriers as carriers
    inner join core.dim_articles as kept on carriers.article_id = kept.article_id
    where
        not kept.is_withdrawn
        and kept.origin <> carriers.origin
    group by carriers.origin
),

version as (
    select * from metrics.published_version
)

select
    states.source_name,
    states.kind,
    states.is_enabled,
    coalesce(articles.articles, 0) as articles,
    coalesce(elsewhere.articles, 0) as articles_elsewhere,
    states.succeeded_at,
    states.failure_count as failures,
    states.next_try_at,
    states.fault,
    states.seen_count as seen,
    states.new_count as added,
    states.changed_count as changed,
    states.unchanged_count as unchanged,
    states.rejected_count as rejected,
    coalesce(states.waiting_count, 0) as waiting,
    coalesce(states.deferred_count, 0) as deferred,
    states.deferred_because,
    states.withdrawn_count as withdrawn,
    states.request_count as requests,
    states.received_bytes,
    states.run_seconds as seconds,
    states.waited_seconds,
    version.published_at as refreshed_at,
from states
cross join version
left join articles on states.source_name = articles.origin
left join elsewhere on states.source_name = elsewhere.origin
order by states.source_name
