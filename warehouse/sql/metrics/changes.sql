-- Two rows of one fact that follow each other differ in some columns; where none precedes, the fact appears, where none
-- follows, it goes. Rows as JSON, so that one query serves all kinds; only those that have a neighbour become so.
with
    published as (
        select * from metrics.published_version
    ),

    history_agreements as (
        select * from core.history_agreements
    ),

    history_launches as (
        select * from core.history_launches
    ),

    history_cooperations as (
        select * from core.history_cooperations
    ),

    history_totals as (
        select * from core.history_totals
    ),

    spans as (
        select
            'agreement' as fact_type,
            agreement_id as fact_id,
            known_from,
            known_to,
            cause,
            end_cause,
        from history_agreements
        union all
        select
            'launch' as fact_type,
            launch_id as fact_id,
            known_from,
            known_to,
            cause,
            end_cause,
        from history_launches
        union all
        select
            'cooperation' as fact_type,
            cooperation_id as fact_id,
            known_from,
            known_to,
            cause,
            end_cause,
        from history_cooperations
        union all
        select
            'total' as fact_type,
            total_id as fact_id,
            known_from,
            known_to,
            cause,
            end_cause,
        from history_totals
    ),

    neighbours as (
        select
            *,
            coalesce(lag(known_to) over facts = known_from, false) as has_predecessor,
            coalesce(lead(known_from) over facts = known_to, false) as has_successor,
        from spans
        window facts as (partition by fact_type, fact_id order by known_from)
    ),

    followed as (
        select
            fact_id,
            known_from,
        from neighbours
        where has_predecessor or has_successor
    ),

    said as (
        select
            history_agreements.agreement_id as fact_id,
            history_agreements.known_from,
            history_agreements.known_to,
            to_json(history_agreements) as cells,
        from history_agreements
        semi join followed on history_agreements.agreement_id = followed.fact_id and history_agreements.known_from = followed.known_from
        union all
        select
            history_launches.launch_id as fact_id,
            history_launches.known_from,
            history_launches.known_to,
            to_json(history_launches) as cells,
        from history_launches
        semi join followed on history_launches.launch_id = followed.fact_id and history_launches.known_from = followed.known_from
        union all
        select
            history_cooperations.cooperation_id as fact_id,
            history_cooperations.known_from,
            history_cooperations.known_to,
            to_json(history_cooperations) as cells,
        from history_cooperations
        semi join followed on history_cooperations.cooperation_id = followed.fact_id and history_cooperations.known_from = followed.known_from
        union all
        select
            history_totals.total_id as fact_id,
            history_totals.known_from,
            history_totals.known_to,
            to_json(history_totals) as cells,
        from history_totals
        semi join followed on history_totals.total_id = followed.fact_id and history_totals.known_from = followed.known_from
    ),

    steps as (
        select
            neighbours.fact_type,
            neighbours.fact_id,
            neighbours.known_from,
            neighbours.cause,
            before.cells as old_cells,
            after.cells as new_cells,
            unnest(json_keys(after.cells)) as column_name,
        from neighbours
        inner join said as before on neighbours.fact_id = before.fact_id and neighbours.known_from = before.known_to
        inner join said as after on neighbours.fact_id = after.fact_id and neighbours.known_from = after.known_from
        where neighbours.has_predecessor
    ),

    told as (
        select
            known_from as known_at,
            fact_type,
            fact_id,
            'changes' as change,
            column_name,
            json_extract_string(old_cells, '$.' || column_name) as old_value,
            json_extract_string(new_cells, '$.' || column_name) as new_value,
            cause,
        from steps
        where
            json_extract(old_cells, '$.' || column_name) is distinct from json_extract(new_cells, '$.' || column_name)
            and column_name not in (
                'known_from', 'known_to', 'cause', 'end_cause', 'article_count', 'source_count', 'only_state_media',
                'is_sample_only', 'confidence', 'quality_score', 'first_reported_date', 'is_overdue', 'article_id',
                'statement_id'
            )
        union all
        select
            known_from,
            fact_type,
            fact_id,
            'appears',
            null,
            null,
            null,
            cause,
        from neighbours
        where not has_predecessor
        union all
        select
            known_to,
            fact_type,
            fact_id,
            'disappears',
            null,
            null,
            null,
            end_cause,
        from neighbours
        where known_to is not null and not has_successor
    )

select
    told.known_at::date as day,
    told.known_at,
    told.fact_type,
    told.fact_id,
    told.change,
    told.column_name,
    told.old_value,
    told.new_value,
    told.cause,
    published.published_at as refreshed_at,
from told
cross join published
order by told.known_at, told.fact_id, told.column_name
