-- Each way in which a judged launch differs is a row, and each row is such a way.
-- Why: the list of mismatches is what a person works through.
-- Table: metrics.launch_mismatches
-- Severity: error, blocking
with
judgements as (
    select * from metrics.launch_judgements
),

mismatches as (
    select
        launch_id,
        count(*) as listed,
    from metrics.launch_mismatches
    group by launch_id
),

differing as (
    select
        launch_id,
        verdict,
        (verdict in ('told_twice', 'not_in_catalogue'))::integer
        + has_other_day::integer
        + has_other_vehicle::integer
        + has_other_site::integer
        + is_failure_told_as_success::integer
        + is_success_told_as_failure::integer as differences,
    from judgements
)

select
    coalesce(differing.launch_id, mismatches.launch_id) as launch_id,
    differing.verdict,
    differing.differences,
    mismatches.listed,
from differing
full join mismatches on differing.launch_id = mismatches.launch_id
where coalesce(differing.differences, -1) <> coalesce(mismatches.listed, 0)
