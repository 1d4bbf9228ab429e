-- Texts by the places where they lie; the range spares reading others.

select
    text_hash,
    text,
from article_versions
where
    rowid between $first and $last
    and rowid in (select unnest($places::bigint[]))
order by rowid
