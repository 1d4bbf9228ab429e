-- The newest kept page of each source and address, in the order in which they came.

with
    pages as (
        select * from raw_pages
    ),

    ranked as (
        select
            *,
            row_number() over (
                partition by origin, url
                order by fetched_at desc, raw_id
            ) = 1 as is_newest,
        from pages
    )

select
    raw_id,
    origin,
    url,
    fetched_at,
    packed_bytes,
    is_waiting,
from ranked
where is_newest
order by fetched_at, origin, url
