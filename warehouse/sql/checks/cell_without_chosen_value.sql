-- Where articles claim values for a cell, one of them is marked as chosen.
-- Why: the mark tells a reader whose word the fact holds. The basis of a date goes with the date.
-- Table: core.fact_evidence
-- Severity: warn
with
fact_claims as (
    select * from core.bridge_fact_claims
    where unchosen is not null
),

-- of the facts alone of which some claimed value does not stand
evidence as (
    select * from core.fact_evidence
    where
        element is null
        and column_name <> 'date_basis'
        and fact_id in (select fact_id from fact_claims)
)

select
    fact_type,
    fact_id,
    column_name,
    list(distinct claimed_value order by claimed_value) as claimed_values,
from evidence
group by fact_type, fact_id, column_name
having not bool_or(is_chosen)
