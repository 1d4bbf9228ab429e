-- A launch with payloads or customers has them in the bridges, and no more of them than it counts.
-- Why: the three are filled apart. Two names of one spacecraft are two payloads named and one row.
-- Table: core.fact_launches
-- Severity: error
with
launches as (
    select * from core.fact_launches
),

payloads as (
    select launch_id, count(*) as bridged_payloads from core.bridge_launch_payloads
    group by launch_id
),

customers as (
    select launch_id, count(*) as bridged_customers from core.bridge_launch_customers
    group by launch_id
)

select
    launches.launch_id,
    launches.payload_count,
    coalesce(payloads.bridged_payloads, 0) as bridged_payloads,
    launches.customer_count,
    coalesce(customers.bridged_customers, 0) as bridged_customers,
from launches
left join payloads on launches.launch_id = payloads.launch_id
left join customers on launches.launch_id = customers.launch_id
where
    launches.payload_count < coalesce(payloads.bridged_payloads, 0)
    or (launches.payload_count > 0 and payloads.bridged_payloads is null)
    or launches.customer_count <> coalesce(customers.bridged_customers, 0)
