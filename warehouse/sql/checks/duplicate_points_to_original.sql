-- The article that a near copy repeats is no copy itself, and the one that speaks for the same text speaks.
-- Why: a chain or a circle of copies would silence the text, or count it twice.
-- Table: core.dim_articles
-- Severity: error
with
articles as (
    select * from core.dim_articles
)

select
    copies.article_id,
    copies.duplicate_of,
    copies.duplicate_reason,
    originals.duplicate_of as original_is_copy_of,
from articles as copies
inner join articles as originals on copies.duplicate_of = originals.article_id
where
    copies.duplicate_reason is null
    or (copies.duplicate_reason = 'same text' and originals.duplicate_reason = 'same text')
    or (copies.duplicate_reason <> 'same text' and originals.duplicate_of is not null)
