-- The facts that appeared, or took over an id, and did not go are those that the warehouse holds; a change has two values.
-- Why: a reader of the changes must be able to work out from them what there is.
-- Table: metrics.changes
-- Severity: error, blocking

with
    changes as (
        select * from metrics.changes
    ),

    facts as (
        select 'agreement' as fact_type, count(*) as facts from core.fact_agreements
        union all
        select 'launch', count(*) from core.fact_launches
        union all
        select 'cooperation', count(*) from core.fact_cooperations
        union all
        select 'total', count(*) from core.fact_reported_totals
    ),

    lasting as (
        select
            fact_type,
            fact_id,
            arg_max(change, known_at) as change,
        from changes
        where change <> 'changes'
        group by fact_type, fact_id
    ),

    told as (
        select
            fact_type,
            count(*) filter (where change in ('appears', 'merged_from')) as facts,
        from lasting
        group by fact_type
    )

select
    facts.fact_type as fact,
    'facts ' || facts.facts as has,
    'changes ' || coalesce(told.facts, 0) as told,
from facts
left join told using (fact_type)
where facts.facts <> coalesce(told.facts, 0)
union all
select
    fact_id,
    column_name,
    old_value,
from changes
where
    (change = 'changes') <> (column_name is not null)
    or (change = 'changes' and old_value is not distinct from new_value)
