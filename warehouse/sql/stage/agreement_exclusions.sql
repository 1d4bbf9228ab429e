-- One row per agreement that totals leave out, and why. The first reason that holds is the one told.
with
    agreements as (
        select * from stage.agreement_values
    ),

    members as (
        select * from stage.fact_members
        where kind = 'agreement' and column_name = 'parties'
    ),

    relations as (
        select * from stage.agreement_relations
    ),

    evidence as (
        select * from core.fact_evidence
        where fact_type = 'agreement' and column_name in ('agreement_type', 'status') and rule <> 'override'
    ),

    -- what has ended, with no day of signing: what its claims tell of the signing
    lapsed as (
        select
            agreements.fact_id,
            agreements.planned is not null as is_planned,
        from agreements
        where agreements.status = 'ended' and agreements.signed is null
    ),

    lapsed_cells as (
        select
            lapsed.fact_id,
            evidence.column_name = 'status' and evidence.claimed_value = 'signed' as tells_signed,
            evidence.column_name = 'status' and evidence.claimed_value = 'planned' as tells_planned,
            lower(evidence.sentence) as sentence,
        from lapsed
        inner join evidence using (fact_id)
    ),

    told as (
        select
            fact_id,
            bool_or(tells_planned) as was_planned,
            bool_or(tells_signed or regexp_matches(sentence, '\b(signed|concluded|in force|took effect)\b')) as was_signed,
            bool_or(regexp_matches(
                sentence,
                '\b(never|not|yet to be|nor) (\w+ )?(signed|concluded|in force)\b|\bunsigned\b|\bbefore \w+ (was|were|could be) (signed|concluded)\b'
            )) as was_denied,
        from lapsed_cells
        group by fact_id
    ),

    signings as (
        select
            lapsed.fact_id,
            case
                when lapsed.fact_id in (select relations.from_id from relations where relations.relation = 'ends')
                    then 'ends_another'
                when lapsed.fact_id in (select relations.to_id from relations) then null
                when told.was_denied then 'never_signed'
                when told.was_signed then null
                when told.was_planned or lapsed.is_planned then 'never_signed'
                else 'signing_not_told'
            end as exclusion_reason,
        from lapsed
        left join told using (fact_id)
    ),

    parties as (
        select
            fact_id,
            list(member order by member) as party_codes,
        from members
        group by fact_id
    ),

    pairs as (
        select
            one.fact_id,
            one.member as first_code,
            other.member as second_code,
        from members as one
        inner join members as other on one.fact_id = other.fact_id and one.member < other.member
    ),

    umbrellas as (
        select from_id as fact_id from relations where relation = 'umbrella_of'
        union
        select relations.to_id
        from relations
        inner join agreements on relations.to_id = agreements.fact_id
        where relations.relation = 'implements' and agreements.type = 'framework'
    ),

    judged as (
        select
            agreements.fact_id,
            agreements.type,
            agreements.signed is not null as is_dated,
            nullif(regexp_replace(lower(agreements.programme), '[^a-z0-9]', '', 'g'), '') as programme_key,
            parties.party_codes,
            parties.party_codes[1] as first_code,
            parties.party_codes[2] as second_code,
            case
                when agreements.status = 'planned' then 'planned'
                when signings.exclusion_reason is not null then signings.exclusion_reason
                when agreements.type = 'letter_of_intent' then 'pledge'
                when umbrellas.fact_id is not null then 'umbrella'
            end as exclusion_reason,
        from agreements
        inner join parties using (fact_id)
        left join umbrellas using (fact_id)
        left join signings using (fact_id)
    ),

    repeats as (
        select distinct undated.fact_id
        from judged as undated
        inner join pairs using (first_code, second_code)
        inner join judged as other on pairs.fact_id = other.fact_id
        where
            undated.exclusion_reason is null
            and not undated.is_dated
            and undated.type <> 'accession'
            and other.exclusion_reason is null
            and other.type <> 'accession'
            and other.fact_id <> undated.fact_id
            and list_has_all(other.party_codes, undated.party_codes)
            and (other.type = undated.type or undated.type = 'agreement')
            and (other.programme_key = undated.programme_key or undated.programme_key is null)
            and (
                other.is_dated
                or (other.programme_key is not null and undated.programme_key is null)
                or (
                    other.programme_key is not distinct from undated.programme_key
                    and (other.type <> undated.type or other.fact_id < undated.fact_id)
                )
            )
    )

select
    judged.fact_id,
    coalesce(judged.exclusion_reason, 'possible_repeat') as exclusion_reason,
from judged
left join repeats using (fact_id)
where judged.exclusion_reason is not null or repeats.fact_id is not null
