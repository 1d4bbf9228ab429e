-- One row per agreement: its single-valued cells, side by side.

with
    facts as (
        select * from stage.standing_facts
        where kind = 'agreement'
    ),

    cells as (
        select * from stage.standing_cells
        where element = '' and starts_with(fact_id, 'agr_')
    ),

    folded as (
        select
            fact_id,
            any_value(value) filter (column_name = 'type') as type,
            any_value(value) filter (column_name = 'status') as status,
            any_value(value) filter (column_name = 'signed') as signed,
            any_value(value) filter (column_name = 'planned') as planned,
            any_value(value) filter (column_name = 'ended') as ended,
            any_value(value) filter (column_name = 'date_basis') as date_basis,
            any_value(value) filter (column_name = 'instrument_id') as instrument_id,
            any_value(value) filter (column_name = 'programme') as programme,
            any_value(value) filter (column_name = 'programme_id') as programme_id,
            any_value(value) filter (column_name = 'supplier') as supplier,
            any_value(value) filter (column_name = 'title_as_worded') as title_as_worded,
            any_value(value) filter (column_name = 'value_as_worded') as value_as_worded,
        from cells
        group by fact_id
    )

select
    facts.confidence,
    folded.*,
from facts
inner join folded using (fact_id)
