-- One row per fact: its single-valued cells, side by side.

with
    facts as (
        select * from stage.standing_facts
    ),

    cells as (
        select * from stage.standing_cells
        where element = ''
    ),

    folded as (
        select
            fact_id,
            any_value(value) filter (where column_name = 'type') as type,
            any_value(value) filter (where column_name = 'status') as status,
            any_value(value) filter (where column_name = 'signed') as signed,
            any_value(value) filter (where column_name = 'planned') as planned,
            any_value(value) filter (where column_name = 'ended') as ended,
            any_value(value) filter (where column_name = 'date') as date,
            any_value(value) filter (where column_name = 'date_basis') as date_basis,
            any_value(value) filter (where column_name = 'planned_first') as planned_first,
            any_value(value) filter (where column_name = 'planned_latest') as planned_latest,
            any_value(value) filter (where column_name = 'slip_count') as slip_count,
            any_value(value) filter (where column_name = 'start') as start,
            any_value(value) filter (where column_name = 'instrument_id') as instrument_id,
            any_value(value) filter (where column_name = 'programme') as programme,
            any_value(value) filter (where column_name = 'programme_id') as programme_id,
            any_value(value) filter (where column_name = 'supplier') as supplier,
            any_value(value) filter (where column_name = 'title_as_worded') as title_as_worded,
            any_value(value) filter (where column_name = 'value_as_worded') as value_as_worded,
            any_value(value) filter (where column_name = 'vehicle_id') as vehicle_id,
            any_value(value) filter (where column_name = 'launch_site_id') as launch_site_id,
            any_value(value) filter (where column_name = 'spacecraft_id') as spacecraft_id,
            any_value(value) filter (where column_name = 'subject') as subject,
            any_value(value) filter (where column_name = 'metric') as metric,
            any_value(value) filter (where column_name = 'value') as value,
            any_value(value) filter (where column_name = 'of') as of_code,
            any_value(value) filter (where column_name = 'scope') as scope,
            any_value(value) filter (where column_name = 'bound') as bound,
            any_value(value) filter (where column_name = 'unit_as_worded') as unit_as_worded,
            any_value(value) filter (where column_name = 'as_of') as as_of,
            any_value(value) filter (where column_name = 'as_of_basis') as as_of_basis,
            any_value(value) filter (where column_name = 'window_from') as window_from,
            any_value(value) filter (where column_name = 'window_to') as window_to,
            any_value(value) filter (where column_name = 'statement') as statement,
        from cells
        group by fact_id
    )

select
    facts.kind,
    facts.confidence,
    folded.*,
from facts
inner join folded using (fact_id)
