create or replace macro main.agreements_reported_by(d) as table
with
agreements as (
    select * from core.fact_agreements
    where first_reported_date <= cast(d as date)
),

parties as (
    select * from core.bridge_agreement_parties
),

articles as (
    select * from core.dim_articles
    where published_date <= cast(d as date)
),

-- each article that tells of an agreement tells of its status
evidence as (
    select * from core.fact_evidence
    where column_name = 'status' and fact_type = 'agreement'
),

tellings as (
    select
        evidence.fact_id as agreement_id,
        arg_max(evidence.claimed_value, (articles.published_date, evidence.claim_id)) as status_by_then,
        count(distinct evidence.article_id) as articles_by_then,
        count(distinct coalesce(articles.credited_source_id, articles.source_id, 'unknown')) as sources_by_then,
    from evidence
    inner join articles on evidence.article_id = articles.article_id
    group by evidence.fact_id
),

signatories as (
    select
        agreement_id,
        list(party_code order by party_code) as party_codes,
    from parties
    group by agreement_id
)

select
    agreements.agreement_id,
    agreements.first_reported_date,
    agreements.agreement_type,
    tellings.status_by_then,
    agreements.status as status_now,
    agreements.signed_from,
    agreements.signed_to,
    signatories.party_codes,
    agreements.programme,
    tellings.articles_by_then,
    tellings.sources_by_then,
    agreements.is_sample_only,
from agreements
inner join tellings on agreements.agreement_id = tellings.agreement_id
left join signatories on agreements.agreement_id = signatories.agreement_id
order by agreements.first_reported_date, agreements.agreement_id;

comment on macro table main.agreements_reported_by is
'Agreements that an article had told of by a day, with the status told last by then: select * from agreements_reported_by(''2021-03-31''). Articles without a date are left out.';
