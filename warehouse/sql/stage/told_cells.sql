-- As a view: the quotes to choose from: all of them, unless `warehouse.carry` has found that some can stay.
with
    cells as (
        select * from store.claim_cells
    )

select * from cells
