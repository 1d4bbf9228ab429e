-- At most three articles of five repeat another word for word, of ten articles or more.
-- Why: more is a source that repeats one page (a notice, a block page) under many addresses.
-- Table: core.dim_articles
-- Severity: warn
with
articles as (
    select * from core.dim_articles
)

select
    source_id,
    count(*) as articles,
    count_if(duplicate_reason = 'same text') as copies,
from articles
group by source_id
having count(*) >= 10 and count_if(duplicate_reason = 'same text') > 0.6 * count(*)
