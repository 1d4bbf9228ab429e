-- One row per fact, list-valued column and member.

with
    facts as (
        select * from stage.standing_facts
    ),

    cells as (
        select * from stage.standing_cells
        where element <> ''
    )

select
    facts.kind,
    cells.fact_id,
    cells.column_name,
    cells.element as member,
from cells
inner join facts using (fact_id)
