create or replace macro main.agreements_between(a, b) as table
with
agreements as (
    select * from core.fact_agreements
    where agreement_type <> 'accession'
),

parties as (
    select * from core.bridge_agreement_parties
),

shared as (
    select firsts.agreement_id
    from parties as firsts
    inner join parties as seconds on firsts.agreement_id = seconds.agreement_id
    where firsts.party_code = a and seconds.party_code = b
),

signatories as (
    select
        agreement_id,
        list(party_code order by party_code) as party_codes,
    from parties
    where agreement_id in (select shared.agreement_id from shared)
    group by agreement_id
)

select
    agreements.agreement_id,
    agreements.agreement_type,
    agreements.status,
    agreements.signed_date,
    agreements.signed_from,
    agreements.signed_to,
    agreements.signed_year,
    signatories.party_codes,
    agreements.programme,
    agreements.title_as_worded,
    agreements.agreement_level,
    agreements.source_count,
    agreements.is_sample_only,
    agreements.confidence,
from agreements
inner join signatories on agreements.agreement_id = signatories.agreement_id
order by coalesce(agreements.signed_from, agreements.planned_from, agreements.first_reported_date), agreements.agreement_id;

comment on macro table main.agreements_between is
'Agreements to which both codes are parties, whatever their status: select * from agreements_between(''CHN'', ''RUS''). Codes are literal; accessions to a standing instrument are in metrics.memberships.';
