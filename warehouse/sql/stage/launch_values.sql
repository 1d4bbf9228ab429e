-- One row per launch: its single-valued cells, side by side.

with
    facts as (
        select * from stage.standing_facts
        where kind = 'launch'
    ),

    cells as (
        select * from stage.standing_cells
        where element = '' and starts_with(fact_id, 'lch_')
    ),

    folded as (
        select
            fact_id,
            any_value(value) filter (column_name = 'status') as status,
            any_value(value) filter (column_name = 'date') as date,
            any_value(value) filter (column_name = 'date_basis') as date_basis,
            any_value(value) filter (column_name = 'planned_first') as planned_first,
            any_value(value) filter (column_name = 'planned_latest') as planned_latest,
            any_value(value) filter (column_name = 'slip_count') as slip_count,
            any_value(value) filter (column_name = 'vehicle_id') as vehicle_id,
            any_value(value) filter (column_name = 'launch_site_id') as launch_site_id,
        from cells
        group by fact_id
    )

select
    facts.confidence,
    folded.*,
from facts
inner join folded using (fact_id)
