-- Bound: what the checks of this version found, a list for each column.
with
version as (
    select * from metrics.published_version
),

results as (
    select
        unnest(cast(? as varchar[])) as check_name,
        unnest(cast(? as varchar[])) as table_name,
        unnest(cast(? as varchar[])) as severity,
        unnest(cast(? as boolean[])) as is_blocking,
        unnest(cast(? as boolean[])) as is_passed,
        unnest(cast(? as bigint[])) as bad_rows,
        unnest(cast(? as varchar[])) as example,
        unnest(cast(? as varchar[])) as must_hold,
        unnest(cast(? as varchar[])) as query,
)

select
    results.check_name,
    results.table_name,
    results.severity,
    results.is_blocking,
    results.is_passed,
    results.bad_rows,
    results.example,
    results.must_hold,
    results.query,
    version.published_at as refreshed_at,
from results
cross join version
order by results.check_name
