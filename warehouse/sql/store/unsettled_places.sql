-- Finds the versions of the articles in unsettled_articles or, where $is_full, of all: temp table unsettled_places, with
-- is_alone where the article is known to have no other version. New articles stand together at the end of the table and
-- are found by their sequence, of which nothing else needs to be read; the others by the id of the article.

create or replace temp table sequenced_versions as
select
    article_versions.rowid as place,
    article_versions.article_id,
from article_versions
inner join unsettled_articles using (article_id, sequence)
where not $is_full and article_versions.is_current;

create or replace temp table unsequenced_articles as
select article_id from unsettled_articles
anti join sequenced_versions using (article_id);

create or replace temp table unsettled_places as
select
    place,
    true as is_alone,
from sequenced_versions
union all
select
    rowid,
    false,
from article_versions
where $is_full or article_id in (select unsequenced_articles.article_id from unsequenced_articles);
