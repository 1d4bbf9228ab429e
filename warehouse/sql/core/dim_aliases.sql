with
    aliases as (
        select * from lexicon.aliases
    )

select distinct
    dimension,
    id,
    alias,
from aliases
order by dimension, id, alias
