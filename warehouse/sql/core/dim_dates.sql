with
    days as (
        select signed_date as day from core.fact_agreements
        union all
        select first_reported_date from core.fact_agreements
        union all
        select flown_date from core.fact_launches
        union all
        select first_reported_date from core.fact_launches
        union all
        select first_reported_date from core.fact_cooperations
        union all
        select first_reported_date from core.fact_reported_totals
        union all
        select published_date from core.dim_articles
        where not is_date_doubtful
    ),

    span as (
        select
            date_trunc('year', min(day)) as first_day,
            date_trunc('year', max(day)) + interval 1 year - interval 1 day as final_day,
        from days
    ),

    calendar as (
        select unnest(generate_series(first_day, final_day, interval 1 day))::date as date_key
        from span
        where first_day is not null
    )

select
    date_key,
    year(date_key)::integer as year,
    quarter(date_key)::integer as quarter,
    month(date_key)::integer as month,
    day(date_key)::integer as day,
from calendar
order by date_key
