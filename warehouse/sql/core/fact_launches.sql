with
    launches as (
        select * from stage.launch_values
    ),

    fact_sources as (
        select * from stage.fact_sources
    ),

    quality as (
        select * from core.fact_quality
    ),

    vehicles as (
        select * from core.dim_vehicles
    ),

    articles as (
        select * from core.dim_articles
        where not is_withdrawn and not is_date_doubtful
    ),

    payloads as (
        select
            fact_id,
            count(*)::integer as payload_count,
        from stage.fact_members
        where kind = 'launch' and column_name = 'spacecraft_ids'
        group by fact_id
    ),

    customers as (
        select
            launch_id as fact_id,
            count(*)::integer as customer_count,
            bool_or(is_foreign) as is_foreign_customer,
        from stage.launch_customers
        group by launch_id
    ),

    matches as (
        select * from stage.launch_matches
    ),

    news as (
        select max(published_date) as newest_date from articles
    )

select
    launches.fact_id as launch_id,
    launches.status,
    launches.status <> 'planned' as is_flown,
    case when launches.status <> 'planned' then exact_day(launches.date) end as flown_date,
    first_day(launches.date) as launch_from,
    final_day(launches.date) as launch_to,
    year(first_day(launches.date))::integer as launch_year,
    day_precision(launches.date) as launch_date_precision,
    launches.date_basis,
    exact_day(launches.planned_first) as planned_date_first,
    exact_day(launches.planned_latest) as planned_date_latest,
    coalesce(launches.slip_count::integer, 0) as slip_count,
    coalesce(launches.status = 'planned' and final_day(launches.date) < news.newest_date, false) as is_overdue,
    fact_sources.first_reported_date,
    launches.vehicle_id,
    launches.launch_site_id,
    vehicles.country_code as provider_country_code,
    customers.is_foreign_customer,
    coalesce(customers.customer_count > 1 and payloads.payload_count > 1, false) as is_rideshare,
    coalesce(payloads.payload_count, 0) as payload_count,
    coalesce(customers.customer_count, 0) as customer_count,
    fact_sources.article_count,
    fact_sources.source_count,
    fact_sources.is_sample_only,
    launches.confidence,
    quality.quality_score,
    matches.catalogue_id,
from launches
inner join fact_sources using (fact_id)
inner join quality using (fact_id)
cross join news
left join vehicles using (vehicle_id)
left join payloads using (fact_id)
left join customers using (fact_id)
left join matches using (fact_id)
order by launch_id
