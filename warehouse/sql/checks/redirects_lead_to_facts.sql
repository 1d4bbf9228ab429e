-- A redirect leads from an id that no fact bears to one that a fact bears, or says that it is gone.
-- Why: whoever wrote an id down must find the fact again, in one step.
-- Table: core.id_redirects
-- Severity: error, blocking

with
    redirects as (
        select * from core.id_redirects
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

select * from redirects
where
    old_id in (select facts.fact_id from facts)
    or new_id not in (select facts.fact_id from facts)
