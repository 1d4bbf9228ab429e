with
agreements as (
    select * from metrics.counted_agreements
),

accessions as (
    select * from metrics.counted_accessions
    where party_code is not null
),

parties as (
    select * from core.bridge_agreement_parties
),

version as (
    select * from metrics.published_version
),

signed as (
    select
        parties.party_code,
        agreements.signed_year as year,
        agreements.agreement_id,
    from agreements
    inner join parties on agreements.agreement_id = parties.agreement_id
    where agreements.is_document
),

partners as (
    select
        signed.party_code,
        signed.year,
        count(distinct others.party_code) as distinct_partners,
    from signed
    inner join parties as others
        on signed.agreement_id = others.agreement_id and signed.party_code <> others.party_code
    group by signed.party_code, signed.year
),

events as (
    select party_code, year, 'document' as event from signed
    union all
    select party_code, signed_year as year, 'accession' as event from accessions
    union all
    select
        parties.party_code,
        case when agreements.status = 'planned' then agreements.planned_year else agreements.ended_year end as year,
        agreements.status as event,
    from agreements
    inner join parties on agreements.agreement_id = parties.agreement_id
    where agreements.status in ('planned', 'ended')
),

counts as (
    select
        party_code,
        year,
        count_if(event = 'document') as documents,
        count_if(event = 'accession') as accessions,
        count_if(event = 'planned') as planned,
        count_if(event = 'ended') as ended,
    from events
    group by party_code, year
)

select
    counts.party_code,
    counts.year,
    counts.documents,
    counts.accessions,
    coalesce(partners.distinct_partners, 0) as distinct_partners,
    counts.planned,
    counts.ended,
    version.published_at as refreshed_at,
from counts
cross join version
left join partners
    on counts.party_code = partners.party_code and counts.year is not distinct from partners.year
order by counts.party_code, counts.year
