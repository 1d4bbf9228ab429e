-- Facts on which other corrections bear than at the last refresh.
insert into curated_touched
with
    now as (
        select unnest($facts) as fact_id, unnest($by) as override_id
    ),

    changed as (
        (select fact_id, override_id from now except select fact_id, override_id from curated_basis)
        union all
        (select fact_id, override_id from curated_basis except select fact_id, override_id from now)
    )

select distinct fact_id from changed
where fact_id not in (select fact_id from curated_touched)
