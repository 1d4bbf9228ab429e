-- Kept pages that do not fit into the limit: the newest page of each address stays longest, the oldest goes first.

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
    ),

    filled as (
        select
            raw_id,
            sum(packed_bytes) over (
                order by is_newest desc, fetched_at desc, raw_id
                rows between unbounded preceding and current row
            ) as bytes_so_far,
        from ranked
    )

select raw_id
from filled
where bytes_so_far > $most
order by raw_id
