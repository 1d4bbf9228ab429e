-- The writer keeps one row for each refresh that published; its store is attached as `store` while the metrics are built.
with
log as (
    select * from store.main.refresh_log
)

select
    number,
    coalesce(cast(entry ->> '$.started_at' as timestamp), refreshed_at) as started_at,
    coalesce(cast(entry -> '$.counts' as map(varchar, bigint)), map()) as counts,
    coalesce(cast(entry -> '$.seconds' as map(varchar, double)), map()) as seconds,
    coalesce(cast(entry -> '$.versions' as map(varchar, varchar)), map()) as versions,
    refreshed_at,
from log
order by number
