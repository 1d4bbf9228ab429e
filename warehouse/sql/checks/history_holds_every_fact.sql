-- Every fact has one row of history that stands, and nothing else has one.
-- Why: what the warehouse holds now is the end of its history.
-- Table: core.history_agreements
-- Severity: error, blocking

with
    standing as (
        select agreement_id as fact_id from core.history_agreements where known_to is null
        union all
        select launch_id from core.history_launches where known_to is null
        union all
        select cooperation_id from core.history_cooperations where known_to is null
        union all
        select total_id from core.history_totals where known_to is null
    ),

    facts as (
        select agreement_id as fact_id from core.fact_agreements
        union all
        select launch_id from core.fact_launches
        union all
        select cooperation_id from core.fact_cooperations
        union all
        select total_id from core.fact_reported_totals
    )

select
    fact_id,
    count(*) filter (where is_fact) as facts,
    count(*) filter (where not is_fact) as rows_that_stand,
from (
    select fact_id, true as is_fact from facts
    union all
    select fact_id, false from standing
) as both_sides
group by fact_id
having facts <> 1 or rows_that_stand <> 1
