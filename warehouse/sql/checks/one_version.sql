-- The file says one version of itself, and the log of refreshes ends with it.
-- Why: readers compare the number with the one that they saw last.
-- Table: metrics.published_version
-- Severity: error, blocking
with
version as (
    select * from metrics.published_version
),

log as (
    select * from metrics.refresh_log
)

select
    (select count(*) from version) as versions,
    (select max(number) from version) as number,
    (select max(number) from log) as number_in_log,
where
    (select count(*) from version) <> 1
    or (select max(number) from log) is distinct from (select max(number) from version)
