-- Articles that are kept and not read for facts, or that count as no source of their own, by why.

with
    articles as (
        select * from core.dim_articles
    ),

    apart as (
        select
            case
                when is_withdrawn then 'withdrawn'
                when duplicate_reason is not null then duplicate_reason
                else 'not in English'
            end as why,
        from articles
        where
            is_withdrawn
            or duplicate_reason is not null
            or language not in ('en', 'eng')
    )

select
    why,
    count(*) as articles,
from apart
group by why
order by why
