-- Every published cell of a reported total has a quote behind it.
-- Why: a reader must never meet a value that cannot be traced.
-- Table: core.fact_reported_totals
-- Severity: error
with
totals as (
    select * from core.fact_reported_totals
),

evidence as (
    select * from core.fact_evidence
    where fact_type = 'total'
),

cells as (
    unpivot (
        select
            total_id as fact_id,
            metric,
            cast(value as varchar) as value,
            party_code,
            subject,
            scope,
        from totals
    )
    on columns(* exclude (fact_id))
    into name column_name value published_value
)

select
    cells.fact_id,
    cells.column_name,
    cells.published_value,
from cells
where not exists (
    select 1 from evidence
    where
        evidence.fact_id = cells.fact_id
        and evidence.column_name = cells.column_name
)
