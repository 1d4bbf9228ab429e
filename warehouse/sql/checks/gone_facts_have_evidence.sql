-- A fact that went, and that no other took over, has left the quotes of what it said.
-- Why: a number of the past is traced like one of today. Those that went before quotes were kept have none, nor have those
-- of a published file that was lost.
-- Table: core.history_evidence
-- Severity: warn

with
    evidence as (
        select
            fact_id,
            known_to,
        from core.history_evidence
    ),

    histories as (
        select agreement_id as fact_id, known_to from core.history_agreements
        union all
        select launch_id, known_to from core.history_launches
        union all
        select cooperation_id, known_to from core.history_cooperations
        union all
        select total_id, known_to from core.history_totals
    ),

    redirects as (
        select * from core.id_redirects
    ),

    gone as (
        select
            fact_id,
            max(known_to) as known_to,
        from histories
        group by fact_id
        having bool_and(known_to is not null)
    )

select
    gone.fact_id,
    gone.known_to,
from gone
anti join redirects on gone.fact_id = redirects.old_id
anti join evidence on gone.fact_id = evidence.fact_id
where gone.known_to >= (select min(evidence.known_to) from evidence)
