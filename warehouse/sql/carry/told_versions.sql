-- As a view: the versions of those articles.
with
    versions as (
        select * from store.article_versions
    )

select * from versions
semi join stage.told_articles using (article_id)
