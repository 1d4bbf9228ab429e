-- The parts of each score, and the score. Weights: who tells it weighs as much as what is told.
with
    agreements as (
        select * from stage.agreement_values
    ),

    launches as (
        select * from stage.launch_values
    ),

    cooperations as (
        select * from stage.cooperation_values
    ),

    members as (
        select * from stage.fact_members
    ),

    told_sources as (
        select * from stage.told_sources
    ),

    fact_claims as (
        select * from stage.fact_claims
        where kind <> 'total'
    ),

    outlets as (
        select * from lexicon.outlets
    ),

    tellers as (
        select
            fact_claims.fact_id,
            coalesce(min(outlets.country_code) <> max(outlets.country_code), false) as has_countries,
            bool_or(outlets.ownership is not null and not speaks_for_state(outlets.ownership)) as has_free_source,
        from fact_claims
        inner join outlets on fact_claims.speaking_source_id = outlets.source_id
        group by fact_claims.fact_id
    ),

    lists as (
        select
            fact_id,
            bool_or(column_name = 'organizations') as has_organization,
            bool_or(column_name = 'spacecraft_ids') as has_payload,
            bool_or(column_name = 'customers') as has_customer,
        from members
        group by fact_id
    ),

    ranges as (
        select
            fact_id,
            min(origin) filter (claimed_what is not null) <> max(origin) filter (claimed_what is not null) as is_what_shared,
            min(claimed_what) filter (claimed_what <> 'agreement') as first_what,
            max(claimed_what) filter (claimed_what <> 'agreement') as last_what,
            substr(max(chr(length(claimed_what)::integer) || claimed_what), 2) as widest_what,
            min(origin) filter (claimed_day is not null) <> max(origin) filter (claimed_day is not null) as is_day_shared,
            max(claimed_day) as last_day,
            [
                min(claimed_day),
                min(claimed_day) filter (length(claimed_day) >= 7),
                min(claimed_day) filter (length(claimed_day) >= 10),
            ] as first_days,
            min(origin) filter (claimed_by is not null) <> max(origin) filter (claimed_by is not null) as is_by_shared,
            min(claimed_by) as first_by,
            max(claimed_by) as last_by,
        from fact_claims
        group by fact_id, claimed_status
    ),

    judged as (
        select
            fact_id,
            unnest([
                -- a kind of document may be left unnamed
                case when is_what_shared then coalesce(first_what = last_what, true) or widest_what = 'agreement' end,
                -- the longest date holds all that agree with it, and is the last of them
                case when is_day_shared then list_bool_and([starts_with(last_day, day) for day in first_days]) end,
                case when is_by_shared then first_by = last_by end,
            ]) as is_agreed,
        from ranges
    ),

    agreed as (
        select
            fact_id,
            avg(is_agreed::integer) as agreement_part,
        from judged
        group by fact_id
    ),

    filled as (
        select
            'agreement' as fact_type,
            fact_id,
            [
                type <> 'agreement',
                length(coalesce(signed, planned, ended, '')) >= 7,
                programme is not null or instrument_id is not null,
                coalesce(has_organization, false),
            ] as cells,
        from agreements
        left join lists using (fact_id)
        union all
        select
            'launch',
            fact_id,
            [
                length(coalesce(date, '')) = 10,
                vehicle_id is not null,
                coalesce(has_payload, false),
                launch_site_id is not null,
                coalesce(has_customer, false),
            ],
        from launches
        left join lists using (fact_id)
        union all
        select
            'cooperation',
            fact_id,
            [
                subject is not null or programme is not null,
                start is not null,
                coalesce(has_organization, false),
            ],
        from cooperations
        left join lists using (fact_id)
    ),

    parts as (
        select
            filled.fact_type,
            filled.fact_id,
            round(1 - pow(0.5, told_sources.source_count), 4) as source_part,
            coalesce((tellers.has_countries::integer + tellers.has_free_source::integer) / 2.0::double, 0) as diversity_part,
            round(list_avg([cell::integer for cell in filled.cells]), 4) as completeness_part,
            round(coalesce(agreed.agreement_part, 1), 4) as agreement_part,
        from filled
        inner join told_sources using (fact_id)
        left join tellers using (fact_id)
        left join agreed using (fact_id)
    )

select
    fact_type,
    fact_id,
    source_part,
    diversity_part,
    completeness_part,
    agreement_part,
    round(
        0.35 * source_part + 0.15 * diversity_part + 0.25 * completeness_part + 0.25 * agreement_part, 3
    ) as quality_score,
from parts
order by fact_type, fact_id
