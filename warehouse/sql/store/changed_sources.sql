-- Articles of which another version stands than resolution knew, or of which the source, or whether they count, is
-- another; with their place in article_sources as it should be.

with
    told_sources as (
        select * from told_sources
    ),

    marks as (
        select * from article_marks
    ),

    digested as (
        select
            *,
            hash(told_sources) as digest,
        from told_sources
    )

select
    digested.*,
    marks.digest = 0 and marks.content_hash = digested.content_hash and marks.is_speaking as is_only_read_anew,
from digested
left join marks using (article_id)
where $is_full or marks.digest is distinct from digested.digest
