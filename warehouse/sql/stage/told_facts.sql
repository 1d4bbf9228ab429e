-- As a view: the facts whose quotes are written: all of them, unless `warehouse.carry` has found that some can stay.
with
    facts as (
        select * from stage.standing_facts
    )

select fact_id from facts
