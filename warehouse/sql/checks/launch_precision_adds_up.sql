-- In each year the launches that flew are judged or not, and the judged are in the catalogue, told twice or not in it.
-- Why: shares of a sum that lacks a part are wrong.
-- Table: metrics.launch_precision
-- Severity: error, blocking
with
years as (
    select * from metrics.launch_precision
),

launches as (
    select
        launch_year as year,
        count(*) as flown,
    from metrics.counted_launches
    where is_flown and exists (select 1 from core.catalogues where launch_rank is not null)
    group by launch_year
)

select
    coalesce(years.year, launches.year) as year,
    years.flown,
    launches.flown as counted,
    years.judged,
    years.in_catalogue,
    years.agreeing,
from years
full join launches on years.year is not distinct from launches.year
where
    years.flown is distinct from launches.flown
    or years.flown <> years.judged + years.not_judged
    or years.judged <> years.in_catalogue + years.told_twice + years.not_in_catalogue
    or years.agreeing > years.in_catalogue
