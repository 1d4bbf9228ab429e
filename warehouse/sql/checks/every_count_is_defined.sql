-- Every column of a metric that counts is in definitions.
-- Why: a number whose counting rule cannot be looked up is a number that cannot be used.
-- Table: metrics.definitions
-- Severity: error, blocking
with
columns as (
    select
        table_name,
        column_name,
    from duckdb_columns()
    where
        database_name = current_database()
        and schema_name = 'metrics'
        and data_type in ('BIGINT', 'DOUBLE')
        and table_name in (select table_name from duckdb_tables() where schema_name = 'metrics')
        and table_name not in ('definitions', 'refresh_log', 'published_version')
),

definitions as (
    select * from metrics.definitions
)

select
    columns.table_name,
    columns.column_name,
from columns
where not exists (
    select 1 from definitions
    where
        definitions.table_name = columns.table_name
        and definitions.column_name = columns.column_name
)
