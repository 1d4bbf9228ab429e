-- As a view: who tells of each fact: found out for all of them, unless `warehouse.carry` has found that some can stay.
with
    sources as (
        select * from stage.told_sources
    )

select * from sources
