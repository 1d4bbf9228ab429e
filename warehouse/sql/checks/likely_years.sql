-- Events lie between the first satellites and thirty years after the newest article.
-- Why: a year outside is a number misread.
-- Table: core.dim_dates
-- Severity: warn
with
articles as (
    select * from core.dim_articles
),

newest as (
    select max(year(published_date)) as year from articles
    where not is_date_doubtful
),

events as (
    select agreement_id as fact_id, year(signed_from) as first_year, year(signed_to) as last_year
    from core.fact_agreements
    union all
    select launch_id as fact_id, year(launch_from) as first_year, year(launch_to) as last_year
    from core.fact_launches
    union all
    select cooperation_id as fact_id, year(start_from) as first_year, year(start_to) as last_year
    from core.fact_cooperations
)

select
    events.fact_id,
    events.first_year,
    events.last_year,
from events
cross join newest
where
    events.first_year < 1955
    or events.last_year > newest.year + 30
