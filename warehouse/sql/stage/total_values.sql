-- One row per reported total: its single-valued cells, side by side.

with
    facts as (
        select * from stage.standing_facts
        where kind = 'total'
    ),

    cells as (
        select * from stage.standing_cells
        where element = '' and starts_with(fact_id, 'tot_')
    ),

    folded as (
        select
            fact_id,
            any_value(value) filter (column_name = 'metric') as metric,
            any_value(value) filter (column_name = 'value') as value,
            any_value(value) filter (column_name = 'of') as of_code,
            any_value(value) filter (column_name = 'subject') as subject,
            any_value(value) filter (column_name = 'scope') as scope,
            any_value(value) filter (column_name = 'bound') as bound,
            any_value(value) filter (column_name = 'unit_as_worded') as unit_as_worded,
            any_value(value) filter (column_name = 'as_of') as as_of,
            any_value(value) filter (column_name = 'as_of_basis') as as_of_basis,
            any_value(value) filter (column_name = 'window_from') as window_from,
            any_value(value) filter (column_name = 'window_to') as window_to,
            any_value(value) filter (column_name = 'statement') as statement,
        from cells
        group by fact_id
    )

select
    facts.confidence,
    folded.*,
from facts
inner join folded using (fact_id)
