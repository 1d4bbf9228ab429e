with
    overrides as (
        select * from core.overrides
        where status in ('stale', 'invalid')
    )

select
    file_name,
    entry_number,
    status,
    problem,
from overrides
order by file_name, entry_number, place
