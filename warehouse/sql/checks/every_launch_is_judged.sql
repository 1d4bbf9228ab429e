-- While a catalogue of launches is loaded, each launch that counts is judged or says why not; without one none is.
-- Why: a launch left out in silence would flatter our precision.
-- Table: metrics.launch_judgements
-- Severity: error, blocking
with
launches as (
    select * from metrics.counted_launches
    where exists (select 1 from core.catalogues where launch_rank is not null)
),

judgements as (
    select * from metrics.launch_judgements
)

select
    coalesce(launches.launch_id, judgements.launch_id) as launch_id,
    judgements.verdict,
    judgements.not_judged_reason,
from launches
full join judgements on launches.launch_id = judgements.launch_id
where
    launches.launch_id is null
    or judgements.launch_id is null
    or (judgements.verdict = 'not_judged') <> (judgements.not_judged_reason is not null)
