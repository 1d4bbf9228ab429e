-- Corrections that bear on any of these ids, newest first.
with
    overrides as (
        select * from core.overrides
    )

select
    file_name,
    entry_number,
    override_id,
    action,
    fact_id,
    named_id,
    other_id,
    column_name,
    value,
    author,
    made_date,
    reason,
    source,
    status,
    problem,
from overrides
where
    list_contains($ids, fact_id)
    or list_contains($ids, named_id)
    or list_contains($ids, other_id)
    or list_contains($ids, override_id)
order by made_date desc, file_name, entry_number desc
