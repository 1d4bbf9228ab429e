-- Notes what resolution now knows of the articles in temp table changed_sources.

delete from article_marks
using (select article_id from changed_sources where is_known) as known
where article_marks.article_id = known.article_id;

insert into article_marks by name
select
    article_id,
    content_hash,
    is_speaking,
    digest,
from changed_sources;

update resolution_basis
set settled_until = greatest(settled_until, (select max(article_versions.first_seen_at) from article_versions));

delete from unsettled_articles;
