-- Launches that flew, with what tells them apart: a row for each whose time is known.

with
    facts as (
        select * from resolved_facts
        where kind = 'launch'
    ),

    cells as (
        select * from fact_cells
    ),

    folded as (
        select
            fact_id,
            any_value(value) filter (where column_name = 'status' and element = '') as status,
            any_value(value) filter (where column_name = 'date' and element = '') as date,
            any_value(value) filter (where column_name = 'vehicle_id' and element = '') as vehicle_id,
            any_value(value) filter (where column_name = 'launch_site_id' and element = '') as site_id,
            coalesce(
                list(element order by element) filter (where column_name = 'spacecraft_ids' and element <> ''), []
            ) as spacecraft_ids,
        from cells
        group by fact_id
    )

select
    facts.fact_id,
    folded.date,
    folded.vehicle_id,
    folded.site_id,
    folded.spacecraft_ids,
from facts
inner join folded using (fact_id)
where folded.status <> 'planned' and folded.date is not null
order by facts.fact_id
