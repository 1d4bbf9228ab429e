-- Every published cell of an undertaking has a quote behind it.
-- Why: a reader must never meet a value that cannot be traced.
-- Table: core.fact_cooperations
-- Severity: error
with
cooperations as (
    select * from core.fact_cooperations
),

parties as (
    select * from core.bridge_cooperation_parties
),

evidence as (
    select * from core.fact_evidence
    where fact_type = 'cooperation'
),

cells as (
    unpivot (
        select
            cooperation_id as fact_id,
            cooperation_type,
            subject,
        from cooperations
    )
    on columns(* exclude (fact_id))
    into name column_name value published_value
),

wanted as (
    select fact_id, column_name, cast(null as varchar) as element from cells
    union all
    select cooperation_id as fact_id, 'party_code' as column_name, party_code as element from parties
)

select
    wanted.fact_id,
    wanted.column_name,
    wanted.element,
from wanted
where not exists (
    select 1 from evidence
    where
        evidence.fact_id = wanted.fact_id
        and evidence.column_name = wanted.column_name
        and evidence.element is not distinct from wanted.element
)
