-- each article that tells of an agreement tells of its status, from the first day on which its text was published anywhere
with
    evidence as (
        select * from core.fact_evidence
        semi join stage.told_facts using (fact_id)
        where column_name = 'status' and fact_type = 'agreement'
    ),

    articles as (
        select * from core.dim_articles
    ),

    -- of texts that other articles repeat to the letter
    repeated as (
        select
            duplicate_of as article_id,
            min(published_date) as published_date,
        from articles
        where duplicate_reason = 'same text' and not is_withdrawn and not is_date_doubtful
        group by duplicate_of
    ),

    agreements as (
        select * from core.fact_agreements
    ),

    parties as (
        select * from core.bridge_agreement_parties
    ),

    tellings as (
        select
            evidence.fact_id as agreement_id,
            least(case when not articles.is_date_doubtful then articles.published_date end, repeated.published_date)
                as published_date,
            evidence.article_id,
            evidence.claim_id,
            evidence.claimed_value as status,
            coalesce(articles.credited_source_id, articles.source_id, 'unknown') as source_id,
        from evidence
        inner join articles using (article_id)
        left join repeated using (article_id)
        semi join agreements on evidence.fact_id = agreements.agreement_id
    ),

    days as (
        select
            agreement_id,
            published_date,
            arg_max(status, claim_id) as status,
            count(distinct article_id) as articles,
        from tellings
        where published_date is not null
        group by agreement_id, published_date
    ),

    first_told as (
        select
            agreement_id,
            source_id,
            min(published_date) as published_date,
        from tellings
        where published_date is not null
        group by agreement_id, source_id
    ),

    new_sources as (
        select
            agreement_id,
            published_date,
            count(*) as sources,
        from first_told
        group by agreement_id, published_date
    ),

    signatories as (
        select
            agreement_id,
            list(party_code order by party_code) as party_codes,
        from parties
        group by agreement_id
    )

select
    days.agreement_id,
    days.published_date as reported_from,
    lead(days.published_date) over reports as reported_to,
    days.status,
    (sum(days.articles) over reports)::bigint as articles_by_then,
    (sum(coalesce(new_sources.sources, 0)) over reports)::bigint as sources_by_then,
    signatories.party_codes,
from days
left join new_sources using (agreement_id, published_date)
left join signatories using (agreement_id)
window reports as (partition by days.agreement_id order by days.published_date)
order by reported_from, agreement_id
