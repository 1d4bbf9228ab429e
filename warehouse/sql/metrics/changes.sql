-- Two rows of one fact that follow each other differ in some columns; where none precedes, the fact appears, where none
-- follows, it goes. An id that went by a redirect lives on in another: the last row under it and the first under a new
-- one follow each other too. Rows as JSON, so that one query serves all kinds; only those that have a neighbour become so.
with recursive
    published as (
        select * from metrics.published_version
    ),

    redirect_steps as (
        select * from store.redirect_steps
    ),

    history_agreements as not materialized (
        select * from core.history_agreements
    ),

    history_launches as not materialized (
        select * from core.history_launches
    ),

    history_cooperations as not materialized (
        select * from core.history_cooperations
    ),

    history_totals as not materialized (
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

    -- where no row of a fact has ended, it has one row
    ended_facts as (
        select distinct fact_id from spans
        where known_to is not null
    ),

    neighbours as (
        select
            spans.*,
            coalesce(lag(spans.known_to) over facts = spans.known_from, false) as has_predecessor,
            coalesce(lead(spans.known_from) over facts = spans.known_to, false) as has_successor,
        from spans
        semi join ended_facts using (fact_id)
        window facts as (partition by spans.fact_type, spans.fact_id order by spans.known_from)
        union all
        select
            spans.*,
            false as has_predecessor,
            false as has_successor,
        from spans
        anti join ended_facts using (fact_id)
    ),

    ended as (
        select
            fact_type,
            fact_id,
            known_to,
            end_cause,
            lag(known_to) over (partition by fact_id order by known_to) as ended_before,
        from neighbours
        where known_to is not null and not has_successor
    ),

    -- from an id that went, step by step, to one that was held then
    walks as (
        select
            ended.fact_type,
            ended.fact_id,
            ended.known_to,
            ended.end_cause,
            arg_max(redirect_steps.new_id, (redirect_steps.redirected_at, redirect_steps.new_id)) as new_id,
            1 as steps,
        from ended
        inner join redirect_steps
            on
                ended.fact_id = redirect_steps.old_id
                and ended.known_to >= redirect_steps.redirected_at
                and coalesce(ended.ended_before < redirect_steps.redirected_at, true)
        group by all
        union all
        select
            walks.fact_type,
            walks.fact_id,
            walks.known_to,
            walks.end_cause,
            redirect_steps.new_id,
            walks.steps + 1,
        from walks
        inner join redirect_steps
            on
                walks.new_id = redirect_steps.old_id
                and walks.known_to >= redirect_steps.redirected_at
        anti join spans
            on
                walks.new_id = spans.fact_id
                and walks.known_to >= spans.known_from
                and walks.known_to < coalesce(spans.known_to, 'infinity'::timestamp)
        where walks.steps < 100
    ),

    merged as (
        select
            walks.fact_type,
            walks.fact_id,
            walks.known_to as known_at,
            walks.end_cause,
            arg_min(walks.new_id, (walks.steps, walks.new_id)) as new_id,
        from walks
        inner join spans
            on
                walks.new_id = spans.fact_id
                and walks.known_to >= spans.known_from
                and walks.known_to < coalesce(spans.known_to, 'infinity'::timestamp)
        where walks.new_id <> walks.fact_id
        group by all
    ),

    taken_over as (
        select
            fact_type,
            new_id as fact_id,
            known_at,
            any_value(end_cause order by fact_id) as cause,
            string_agg(fact_id, ', ' order by fact_id) as old_ids,
            min(fact_id) as first_id,
        from merged
        group by fact_type, new_id, known_at
    ),

    pairs as (
        select
            fact_type,
            fact_id,
            known_from,
            cause,
            fact_id as before_id,
        from neighbours
        where has_predecessor
        union all
        select
            neighbours.fact_type,
            neighbours.fact_id,
            neighbours.known_from,
            neighbours.cause,
            taken_over.first_id,
        from neighbours
        inner join taken_over
            on
                neighbours.fact_id = taken_over.fact_id
                and neighbours.known_from = taken_over.known_at
        where not neighbours.has_predecessor
    ),

    followed as (
        select
            fact_id,
            known_from,
        from pairs
        union
        select
            spans.fact_id,
            spans.known_from,
        from spans
        inner join pairs
            on
                spans.fact_id = pairs.before_id
                and spans.known_to = pairs.known_from
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
            pairs.fact_type,
            pairs.fact_id,
            pairs.known_from,
            pairs.cause,
            before.cells as old_cells,
            after.cells as new_cells,
            unnest(json_keys(after.cells)) as column_name,
        from pairs
        inner join said as before on pairs.before_id = before.fact_id and pairs.known_from = before.known_to
        inner join said as after on pairs.fact_id = after.fact_id and pairs.known_from = after.known_from
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
                'is_sample_only', 'agreement_id', 'launch_id', 'cooperation_id', 'total_id', 'confidence', 'quality_score', 'first_reported_date', 'is_overdue', 'article_id',
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
        anti join taken_over on neighbours.fact_id = taken_over.fact_id and neighbours.known_from = taken_over.known_at
        where not has_predecessor
        union all
        select
            known_at,
            fact_type,
            fact_id,
            'merged_from',
            null,
            old_ids,
            null,
            cause,
        from taken_over
        union all
        select
            known_at,
            fact_type,
            fact_id,
            'merged_into',
            null,
            null,
            new_id,
            end_cause,
        from merged
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
        from ended
        anti join merged on ended.fact_id = merged.fact_id and ended.known_to = merged.known_at
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
