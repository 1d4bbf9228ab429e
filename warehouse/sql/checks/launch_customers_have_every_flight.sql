-- The launches of a customer are those that the bridge holds for it and that flew.
-- Why: undated launches and unknown providers are rows of their own and none is lost.
-- Table: metrics.launch_customers
-- Severity: error, blocking
with
version as (
    select * from metrics.published_version
),

counted as (
    select
        customers.party_code,
        count(*) as flights,
    from core.bridge_launch_customers as customers
    inner join core.fact_launches as launches on customers.launch_id = launches.launch_id
    cross join version
    where
        launches.is_flown
        and not (launches.is_sample_only and version.has_real_source)
    group by customers.party_code
),

metric as (
    select
        customer_code,
        sum(launches) as launches,
    from metrics.launch_customers
    group by customer_code
)

select
    coalesce(counted.party_code, metric.customer_code) as customer_code,
    counted.flights,
    metric.launches,
from counted
full join metric on counted.party_code = metric.customer_code
where counted.flights is distinct from metric.launches
