-- The parts of each score, and the score. Weights: who tells it weighs as much as what is told.
with
    facts as (
        select * from stage.fact_values
        semi join stage.told_facts using (fact_id)
        where kind <> 'total'
    ),

    members as (
        select * from stage.fact_members
    ),

    fact_claims as (
        select * from stage.fact_claims
        where kind <> 'total'
    ),

    outlets as (
        select * from lexicon.outlets
    ),

    claim_cells as (
        select * from stage.told_cells
        where column_name in ('type', 'signed', 'date', 'supplier', 'site', 'vehicle')
    ),

    tellers as (
        select
            fact_claims.fact_id,
            count(distinct fact_claims.origin_group) as sources,
            count(distinct outlets.country_code) as countries,
            bool_or(outlets.ownership is not null and not speaks_for_state(outlets.ownership)) as has_free_source,
        from fact_claims
        left join outlets on fact_claims.speaking_source_id = outlets.source_id
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

    cells as (
        select
            fact_claims.fact_id,
            claim_cells.column_name,
            fact_claims.claimed_status,
            max_by(claim_cells.claimed_value, (length(claim_cells.claimed_value), claim_cells.claimed_value)) as widest,
            list(claim_cells.claimed_value) as told,
        from claim_cells
        inner join fact_claims using (claim_id, content_hash)
        group by fact_claims.fact_id, claim_cells.column_name, fact_claims.claimed_status
        having min(fact_claims.origin_group) <> max(fact_claims.origin_group)
    ),

    judged as (
        select
            fact_id,
            -- the longest date holds all that agree with it; a kind of document may be left unnamed
            list_aggregate(
                case
                    when column_name in ('signed', 'date') then [starts_with(widest, value) for value in told]
                    when column_name = 'type' then [value in (widest, 'agreement') or widest = 'agreement' for value in told]
                    else [value = widest for value in told]
                end,
                'bool_and'
            ) as is_agreed,
        from cells
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
            facts.fact_id,
            facts.kind,
            case facts.kind
                when 'agreement' then [
                    facts.type <> 'agreement',
                    length(coalesce(facts.signed, facts.planned, facts.ended, '')) >= 7,
                    facts.programme is not null or facts.instrument_id is not null,
                    coalesce(lists.has_organization, false),
                ]
                when 'launch' then [
                    length(coalesce(facts.date, '')) = 10,
                    facts.vehicle_id is not null,
                    coalesce(lists.has_payload, false),
                    facts.launch_site_id is not null,
                    coalesce(lists.has_customer, false),
                ]
                else [
                    facts.subject is not null or facts.programme is not null,
                    facts.start is not null,
                    coalesce(lists.has_organization, false),
                ]
            end as cells,
        from facts
        left join lists using (fact_id)
    ),

    parts as (
        select
            filled.kind as fact_type,
            filled.fact_id,
            round(1 - pow(0.5, coalesce(tellers.sources, 0)), 4) as source_part,
            coalesce(((tellers.countries > 1)::integer + tellers.has_free_source::integer) / 2.0::double, 0) as diversity_part,
            round(list_avg([cell::integer for cell in filled.cells]), 4) as completeness_part,
            round(coalesce(agreed.agreement_part, 1), 4) as agreement_part,
        from filled
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
