with
    articles as (
        select * from core.dim_articles
        where article_id in (select unnest(?))
    ),

    sources as (
        select * from core.dim_sources
    )

select
    articles.article_id,
    articles.title,
    articles.published_date,
    sources.source_name,
    articles.url,
    articles.is_sample,
from articles
left join sources using (source_id)
order by articles.published_date, articles.article_id
