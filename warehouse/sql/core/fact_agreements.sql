with
    agreements as (
        select * from stage.agreement_values
    ),

    fact_sources as (
        select * from stage.fact_sources
    ),

    quality as (
        select * from core.fact_quality
    ),

    exclusions as (
        select * from stage.agreement_exclusions
    ),

    parties as (
        select
            fact_id,
            count(*)::integer as party_count,
        from stage.fact_members
        where kind = 'agreement' and column_name = 'parties'
        group by fact_id
    ),

    levels as (
        select
            agreement_id as fact_id,
            case
                when count(distinct party_level) = 1 then any_value(party_level)
                else 'mixed'
            end as agreement_level,
        from stage.agreement_parties
        where party_level <> 'unknown'
        group by agreement_id
    )

select
    agreements.fact_id as agreement_id,
    agreements.type as agreement_type,
    agreements.status,
    exact_day(agreements.signed) as signed_date,
    first_day(agreements.signed) as signed_from,
    final_day(agreements.signed) as signed_to,
    year(first_day(agreements.signed))::integer as signed_year,
    day_precision(agreements.signed) as signed_date_precision,
    agreements.date_basis,
    exact_day(agreements.planned) as planned_date,
    first_day(agreements.planned) as planned_from,
    final_day(agreements.planned) as planned_to,
    exact_day(agreements.ended) as ended_date,
    first_day(agreements.ended) as ended_from,
    final_day(agreements.ended) as ended_to,
    fact_sources.first_reported_date,
    case when agreements.type = 'accession' then agreements.instrument_id end as instrument_id,
    agreements.programme,
    agreements.title_as_worded,
    agreements.value_as_worded,
    coalesce(levels.agreement_level, 'unknown') as agreement_level,
    coalesce(parties.party_count, 0) as party_count,
    fact_sources.article_count,
    fact_sources.source_count,
    fact_sources.only_state_media,
    fact_sources.is_sample_only,
    agreements.confidence,
    quality.quality_score,
    exclusions.exclusion_reason is null as counts_in_totals,
    exclusions.exclusion_reason,
from agreements
inner join fact_sources using (fact_id)
inner join quality using (fact_id)
left join exclusions using (fact_id)
left join parties using (fact_id)
left join levels using (fact_id)
order by agreement_id
