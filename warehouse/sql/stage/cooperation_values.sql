-- One row per undertaking: its single-valued cells, side by side.

with
    facts as (
        select * from stage.standing_facts
        where kind = 'cooperation'
    ),

    cells as (
        select * from stage.standing_cells
        where element = '' and starts_with(fact_id, 'coop_')
    ),

    folded as (
        select
            fact_id,
            any_value(value) filter (column_name = 'type') as type,
            any_value(value) filter (column_name = 'subject') as subject,
            any_value(value) filter (column_name = 'spacecraft_id') as spacecraft_id,
            any_value(value) filter (column_name = 'programme') as programme,
            any_value(value) filter (column_name = 'programme_id') as programme_id,
            any_value(value) filter (column_name = 'start') as start,
            any_value(value) filter (column_name = 'supplier') as supplier,
        from cells
        group by fact_id
    )

select
    facts.confidence,
    folded.*,
from facts
inner join folded using (fact_id)
