-- Every correction in overrides/ reads well and finds its fact.
-- Why: one that does not is work of a person that has no effect; correct it, point it to another fact, or remove it.
-- Table: core.overrides
-- Severity: warn
with
overrides as (
    select * from core.overrides
)

select
    file_name,
    entry_number,
    action,
    status,
    problem,
from overrides
where status in ('stale', 'invalid')
