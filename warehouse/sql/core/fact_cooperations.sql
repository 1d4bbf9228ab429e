with
    cooperations as (
        select * from stage.cooperation_values
    ),

    fact_sources as (
        select * from stage.fact_sources
    ),

    quality as (
        select * from core.fact_quality
    ),

    launches as (
        select * from stage.launch_values
    ),

    payloads as (
        select * from stage.fact_members
        where kind = 'launch' and column_name = 'spacecraft_ids'
    ),

    -- One that flew in the end is flown, whatever was lost before; a plan after a loss is another try.
    flights as (
        select
            payloads.member as spacecraft_id,
            case
                when bool_or(launches.status = 'success') then 'flown'
                when bool_or(launches.status = 'planned') then 'launch_planned'
                when bool_or(launches.status = 'failure') then 'lost'
            end as status,
        from launches
        inner join payloads using (fact_id)
        group by payloads.member
    ),

    parties as (
        select
            fact_id,
            count(*)::integer as party_count,
        from stage.fact_members
        where kind = 'cooperation' and column_name = 'parties'
        group by fact_id
    )

select
    cooperations.fact_id as cooperation_id,
    cooperations.type as cooperation_type,
    cooperations.subject,
    cooperations.programme,
    cooperations.spacecraft_id,
    cooperations.programme_id,
    first_day(cooperations.start) as start_from,
    final_day(cooperations.start) as start_to,
    year(first_day(cooperations.start))::integer as start_year,
    day_precision(cooperations.start) as start_date_precision,
    coalesce(flights.status, 'stated') as status,
    fact_sources.first_reported_date,
    coalesce(parties.party_count, 0) as party_count,
    fact_sources.article_count,
    fact_sources.source_count,
    fact_sources.only_state_media,
    fact_sources.is_sample_only,
    cooperations.confidence,
    quality.quality_score,
from cooperations
inner join fact_sources using (fact_id)
inner join quality using (fact_id)
left join parties using (fact_id)
left join flights using (spacecraft_id)
order by cooperation_id
