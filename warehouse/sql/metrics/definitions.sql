-- Bound: the declarations of all metric columns, a list for each column of this table.
with
version as (
    select * from metrics.published_version
),

declared as (
    select
        unnest(cast(? as varchar[])) as table_name,
        unnest(cast(? as varchar[])) as column_name,
        unnest(cast(? as varchar[])) as meaning,
        unnest(cast(? as varchar[])) as default_filter,
        unnest(cast(? as boolean[])) as is_additive,
)

select
    declared.table_name,
    declared.column_name,
    declared.meaning,
    declared.default_filter,
    declared.is_additive,
    version.published_at as refreshed_at,
from declared
cross join version
