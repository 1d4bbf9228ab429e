-- Quotes of what is told no more belong to a fact whose row of history ended at that time.
-- Why: they are what a past value is traced by; elsewhere nobody finds them.
-- Table: core.history_evidence
-- Severity: error, blocking

with
    evidence as (
        select distinct
            fact_id,
            known_to,
        from core.history_evidence
    ),

    ended as (
        select agreement_id as fact_id, known_to from core.history_agreements
        union all
        select launch_id, known_to from core.history_launches
        union all
        select cooperation_id, known_to from core.history_cooperations
        union all
        select total_id, known_to from core.history_totals
    )

select
    evidence.fact_id,
    evidence.known_to,
from evidence
anti join ended using (fact_id, known_to)
