-- Every published cell of a launch has a quote behind it.
-- Why: a reader must never meet a value that cannot be traced. Payloads are quoted by name, so one quote for them is
-- asked for here.
-- Table: core.fact_launches
-- Severity: error
with
launches as (
    select * from core.fact_launches
),

customers as (
    select * from core.bridge_launch_customers
),

evidence as (
    select * from core.fact_evidence
    where fact_type = 'launch'
),

quoted as (
    select distinct
        fact_id,
        case
            when column_name in ('flown_date', 'planned_date_latest') then 'launch_from'
            else column_name
        end as column_name,
        case when column_name = 'party_code' then element end as element,
    from evidence
),

cells as (
    unpivot (
        select
            launch_id as fact_id,
            status,
            cast(launch_from as varchar) as launch_from,
            vehicle_id,
            launch_site_id,
            case when payload_count > 0 then cast(payload_count as varchar) end as spacecraft_id,
        from launches
    )
    on columns(* exclude (fact_id))
    into name column_name value published_value
),

wanted as (
    select fact_id, column_name, cast(null as varchar) as element from cells
    union all
    select launch_id as fact_id, 'party_code' as column_name, party_code as element from customers
)

select
    wanted.fact_id,
    wanted.column_name,
    wanted.element,
from wanted
where not exists (
    select 1 from quoted
    where
        quoted.fact_id = wanted.fact_id
        and quoted.column_name = wanted.column_name
        and quoted.element is not distinct from wanted.element
)
