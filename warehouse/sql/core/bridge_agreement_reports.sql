-- each article that tells of an agreement tells of its status, from the first day on which its text was published anywhere
with
    fact_claims as (
        select * from stage.fact_claims
        where kind = 'agreement' and claimed_status is not null
    ),

    -- numbered: to group and order by a number takes half as long as by an id
    agreements as (
        select
            fact_id as agreement_id,
            row_number() over () as agreement,
        from stage.agreement_values
    ),

    -- of texts that other articles repeat to the letter
    repeated as (
        select * from stage.repeated_texts
    ),

    parties as (
        select * from core.bridge_agreement_parties
    ),

    tellings as (
        select
            agreements.agreement,
            least(fact_claims.published_date, repeated.published_date) as published_date,
            fact_claims.article,
            fact_claims.claim_key,
            fact_claims.claimed_status as status,
            coalesce(fact_claims.speaking_source_id, 'unknown') as source_id,
        from fact_claims
        inner join agreements on fact_claims.fact_id = agreements.agreement_id
        left join repeated using (article)
    ),

    days as (
        select
            agreement,
            published_date,
            arg_max(status, claim_key) as status,
            count(distinct article) as articles,
        from tellings
        where published_date is not null
        group by agreement, published_date
    ),

    first_told as (
        select
            agreement,
            source_id,
            min(published_date) as published_date,
        from tellings
        where published_date is not null
        group by agreement, source_id
    ),

    new_sources as (
        select
            agreement,
            published_date,
            count(*) as sources,
        from first_told
        group by agreement, published_date
    ),

    signatories as (
        select
            agreement_id,
            list(party_code order by party_code) as party_codes,
        from parties
        group by agreement_id
    ),

    reports as (
        select
            days.agreement,
            days.published_date as reported_from,
            lead(days.published_date) over reports as reported_to,
            days.status,
            (sum(days.articles) over reports)::bigint as articles_by_then,
            (sum(coalesce(new_sources.sources, 0)) over reports)::bigint as sources_by_then,
        from days
        left join new_sources using (agreement, published_date)
        window reports as (partition by days.agreement order by days.published_date)
    )

select
    agreements.agreement_id,
    reports.reported_from,
    reports.reported_to,
    reports.status,
    reports.articles_by_then,
    reports.sources_by_then,
    signatories.party_codes,
from reports
inner join agreements using (agreement)
left join signatories using (agreement_id)
order by reported_from, agreement_id
