-- One row per cell of a single value and value that an article claims for it: who tells it, and when last.
with
    evidence as (
        select * from core.fact_evidence
        where fact_id = $fact_id and element is null and rule <> 'override'
    ),

    articles as (
        select * from core.dim_articles
    ),

    sources as (
        select * from core.dim_sources
    )

select
    evidence.column_name,
    evidence.claimed_value,
    bool_or(evidence.is_chosen) as is_chosen,
    coalesce(min(sources.source_tier), 4) as tier,
    count(distinct coalesce(articles.credited_source_id, articles.source_id, 'unknown')) as sources,
    coalesce(cast(max(articles.published_date) filter (where not articles.is_date_doubtful) as varchar), '') as last_told,
from evidence
inner join articles using (article_id)
left join sources using (source_id)
group by evidence.column_name, evidence.claimed_value
order by evidence.column_name, is_chosen desc, sources desc, evidence.claimed_value
