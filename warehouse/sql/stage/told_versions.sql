-- As a view: the versions to publish: of all articles, unless `warehouse.carry` has found that some can stay.
with
    versions as (
        select * from store.article_versions
    )

select * from versions
