-- Notes all articles for resolution.

delete from unsettled_articles;

insert into unsettled_articles by name
select distinct article_id
from article_versions;
