-- Facts on which other corrections bear than at the last refresh. Where all of these stood in the files before, and still
-- do, they are not the cause: articles gave the fact another id, or made them apply (note_moved.sql).

create or replace temp table changed_bearings as
with
    now as (
        select unnest($facts::varchar[]) as fact_id, unnest($by::varchar[]) as override_id
    ),

    changed as (
        (select fact_id, override_id from now except select fact_id, override_id from curated_basis)
        union all
        (select fact_id, override_id from curated_basis except select fact_id, override_id from now)
    ),

    known as (
        select unnest($entries::varchar[]) as override_id
        intersect
        select override_id from overrides
    )

select
    fact_id,
    bool_and(override_id in (select known.override_id from known)) as is_moved,
from changed
group by fact_id;

insert into curated_touched
select fact_id
from changed_bearings
where not is_moved and fact_id not in (select curated_touched.fact_id from curated_touched);
