-- The times at which a fact was held so follow each other without overlap, and each lasts.
-- Why: at any time a fact says one thing, and what was held is never rewritten.
-- Table: core.history_agreements
-- Severity: error, blocking

with
    agreements as (
        select * from core.history_agreements
    ),

    launches as (
        select * from core.history_launches
    ),

    cooperations as (
        select * from core.history_cooperations
    ),

    totals as (
        select * from core.history_totals
    ),

    spans as (
        select agreement_id as fact_id, known_from, known_to, end_cause from agreements
        union all
        select launch_id, known_from, known_to, end_cause from launches
        union all
        select cooperation_id, known_from, known_to, end_cause from cooperations
        union all
        select total_id, known_from, known_to, end_cause from totals
    ),

    followed as (
        select
            *,
            lead(known_from) over (partition by fact_id order by known_from) as next_from,
        from spans
    )

select * from followed
where
    known_to <= known_from
    or coalesce(known_to, 'infinity') > next_from
    or (known_to is null) <> (end_cause is null)
