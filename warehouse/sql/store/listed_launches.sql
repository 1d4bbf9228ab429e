-- Launches of one catalogue that flew at a known time. Bound: its name.

with
    launches as (
        select * from catalogue_launches
        where catalogue = ?
    )

select
    own_id,
    launched_from,
    launched_to,
    vehicle_name,
    site_name,
    payload_names,
from launches
where outcome <> 'planned' and launched_from is not null
order by own_id
