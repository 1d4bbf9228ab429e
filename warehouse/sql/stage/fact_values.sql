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
            any_value(case column_name when 'type' then value end) as type,
            any_value(case column_name when 'status' then value end) as status,
            any_value(case column_name when 'signed' then value end) as signed,
            any_value(case column_name when 'planned' then value end) as planned,
            any_value(case column_name when 'ended' then value end) as ended,
            any_value(case column_name when 'date' then value end) as date,
            any_value(case column_name when 'date_basis' then value end) as date_basis,
            any_value(case column_name when 'planned_first' then value end) as planned_first,
            any_value(case column_name when 'planned_latest' then value end) as planned_latest,
            any_value(case column_name when 'slip_count' then value end) as slip_count,
            any_value(case column_name when 'start' then value end) as start,
            any_value(case column_name when 'instrument_id' then value end) as instrument_id,
            any_value(case column_name when 'programme' then value end) as programme,
            any_value(case column_name when 'programme_id' then value end) as programme_id,
            any_value(case column_name when 'supplier' then value end) as supplier,
            any_value(case column_name when 'title_as_worded' then value end) as title_as_worded,
            any_value(case column_name when 'value_as_worded' then value end) as value_as_worded,
            any_value(case column_name when 'vehicle_id' then value end) as vehicle_id,
            any_value(case column_name when 'launch_site_id' then value end) as launch_site_id,
            any_value(case column_name when 'spacecraft_id' then value end) as spacecraft_id,
            any_value(case column_name when 'subject' then value end) as subject,
            any_value(case column_name when 'metric' then value end) as metric,
            any_value(case column_name when 'value' then value end) as value,
            any_value(case column_name when 'of' then value end) as of_code,
            any_value(case column_name when 'scope' then value end) as scope,
            any_value(case column_name when 'bound' then value end) as bound,
            any_value(case column_name when 'unit_as_worded' then value end) as unit_as_worded,
            any_value(case column_name when 'as_of' then value end) as as_of,
            any_value(case column_name when 'as_of_basis' then value end) as as_of_basis,
            any_value(case column_name when 'window_from' then value end) as window_from,
            any_value(case column_name when 'window_to' then value end) as window_to,
            any_value(case column_name when 'statement' then value end) as statement,
        from cells
        group by fact_id
    )

select
    facts.kind,
    facts.confidence,
    folded.*,
from facts
inner join folded using (fact_id)
