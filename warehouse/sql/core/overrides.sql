with
    overrides as (
        select * from store.overrides
    )

select
    file_name,
    entry_number,
    place,
    override_id,
    action,
    fact_type,
    named_id,
    anchor_id,
    fact_id,
    other_id,
    column_name,
    value,
    doubt,
    author,
    made_date,
    reason,
    source,
    status,
    problem,
from overrides
order by file_name, entry_number, place
