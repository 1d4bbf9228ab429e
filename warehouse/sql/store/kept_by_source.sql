with
standing as (
    select
        article_id,
        origin,
    from article_versions
    where
        is_current
        and not is_withdrawn
),

counted as (
    select
        origin,
        count(*) as articles,
        0 as articles_elsewhere,
    from standing
    group by origin
    union all
    select
        carriers.origin,
        0 as articles,
        count(*) as articles_elsewhere,
    from article_carriers as carriers
    inner join standing on carriers.article_id = standing.article_id
    where carriers.origin <> standing.origin
    group by carriers.origin
    union all
    select
        catalogue as origin,
        sum(record_count) as articles,
        0 as articles_elsewhere,
    from catalogue_parts
    group by catalogue
)

select
    origin,
    cast(sum(articles) as bigint) as articles,
    cast(sum(articles_elsewhere) as bigint) as articles_elsewhere,
from counted
group by origin
order by origin
