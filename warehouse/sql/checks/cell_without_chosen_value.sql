-- Where articles claim values for a cell, one of them is marked as chosen.
-- Why: the mark tells a reader whose word the fact holds. The basis of a date goes with the date.
-- Table: core.fact_evidence
-- Severity: warn
with
evidence as (
    select * from core.fact_evidence
    where element is null and column_name <> 'date_basis'
)

select
    fact_type,
    fact_id,
    column_name,
    list(distinct claimed_value order by claimed_value) as claimed_values,
from evidence
group by fact_type, fact_id, column_name
having not bool_or(is_chosen)
