-- One row per article, by the number of its row, whose text others repeat to the letter: the first day on which one did.
with
    articles as (
        select * from core.dim_articles
        where duplicate_reason = 'same text' and not is_withdrawn and not is_date_doubtful
    ),

    article_sources as (
        select
            rowid as article,
            article_id,
        from store.article_sources
    )

select
    article_sources.article,
    min(articles.published_date) as published_date,
from articles
inner join article_sources on articles.duplicate_of = article_sources.article_id
group by article_sources.article
