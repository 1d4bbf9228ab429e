-- Launches that flew, corrections applied, with what tells them apart: a row for each whose time is known.

with
    resolved as (
        select * from resolved_facts
        where kind = 'launch'
    ),

    resolved_cells as (
        select * from fact_cells
    ),

    curated as (
        select * from curated_facts
    ),

    curated_launches as (
        select * from curated
        where kind = 'launch' and is_standing
    ),

    corrected_cells as (
        select * from curated_cells
    ),

    facts as (
        select fact_id from resolved
        anti join curated using (fact_id)
        union all
        select fact_id from curated_launches
    ),

    cells as (
        select
            fact_id,
            column_name,
            element,
            value,
        from resolved_cells
        anti join curated using (fact_id)
        union all
        select
            fact_id,
            column_name,
            element,
            value,
        from corrected_cells
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
