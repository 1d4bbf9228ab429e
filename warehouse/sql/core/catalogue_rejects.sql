with
    rejects as (
        select * from store.catalogue_rejects
    )

select
    catalogue,
    part,
    content_hash,
    place,
    reason,
    detail,
from rejects
order by catalogue, part, content_hash
