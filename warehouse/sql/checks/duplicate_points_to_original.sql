-- The article that speaks for a copy is no copy itself.
-- Why: a chain or a circle of copies would silence the text.
-- Table: core.dim_articles
-- Severity: error
with
articles as (
    select * from core.dim_articles
)

select
    copies.article_id,
    copies.duplicate_of,
    originals.duplicate_of as original_is_copy_of,
from articles as copies
inner join articles as originals on copies.duplicate_of = originals.article_id
where originals.duplicate_of is not null
