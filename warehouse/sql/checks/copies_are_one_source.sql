-- A near copy counts as the same independent source as the article that it repeats.
-- Why: one wire story on ten sites would otherwise look like ten sources.
-- Table: core.dim_articles
-- Severity: error
with
articles as (
    select * from core.dim_articles
)

select
    copies.article_id,
    copies.origin_group,
    copies.duplicate_of,
    originals.origin_group as origin_group_of_original,
from articles as copies
inner join articles as originals on copies.duplicate_of = originals.article_id
where
    copies.duplicate_reason <> 'same text'
    and copies.origin_group is distinct from originals.origin_group
