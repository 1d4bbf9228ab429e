-- As a view: the choices to show: all of them, unless `warehouse.carry` has found that some facts can stay.
with
    choices as (
        select * from stage.standing_choices
    )

select * from choices
