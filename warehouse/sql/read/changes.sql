-- What changed of a fact, under the id that it bears and under those that it took over, oldest first.
with
    changes as (
        select * from metrics.changes
    ),

    redirects as (
        select * from core.id_redirects
    ),

    ids as (
        select $fact_id as fact_id
        union
        select old_id from redirects
        where new_id = $fact_id
    )

select
    changes.known_at,
    changes.change,
    changes.column_name,
    changes.old_value,
    changes.new_value,
    changes.cause,
    changes.fact_id,
from changes
semi join ids using (fact_id)
where changes.change <> 'merged_into' or changes.new_value not in (select ids.fact_id from ids)
order by changes.known_at, changes.fact_id <> $fact_id, changes.fact_id, changes.column_name nulls first
