-- What a source's last run saw is what was new, changed, unchanged, rejected or withdrawn, each thing once.
-- Why: counts that do not add up hide what was lost. A run of an earlier release may have counted otherwise.
-- Table: metrics.source_states
-- Severity: warn
with
states as (
    select * from metrics.source_states
)

select
    source_name,
    seen,
    added,
    changed,
    unchanged,
    rejected,
    withdrawn,
from states
where seen <> added + changed + unchanged + rejected + withdrawn
