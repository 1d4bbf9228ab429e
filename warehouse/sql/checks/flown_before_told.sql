-- No launch flies later than an article tells that it flew.
-- Why: a date after the report is a misread year or a plan taken for a flight; one day allows for zones.
-- Table: core.fact_launches
-- Severity: warn
with
launches as (
    select * from core.fact_launches
    where is_flown
),

evidence as (
    select * from core.fact_evidence
    where fact_type = 'launch' and column_name = 'status' and claimed_value <> 'planned'
),

articles as (
    select * from core.dim_articles
),

told as (
    select
        evidence.fact_id,
        min(articles.published_date) as first_told_date,
    from evidence
    inner join articles on evidence.article_id = articles.article_id
    group by evidence.fact_id
)

select
    launches.launch_id,
    launches.launch_from,
    told.first_told_date,
from launches
inner join told on launches.launch_id = told.fact_id
where launches.launch_from > told.first_told_date + interval 1 day
