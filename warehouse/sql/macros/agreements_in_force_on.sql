create or replace macro main.agreements_in_force_on(d) as table
with
agreements as (
    select * from core.fact_agreements
),

parties as (
    select * from core.bridge_agreement_parties
),

begun as (
    select
        *,
        coalesce(signed_to, first_reported_date) as in_force_from,
        case when signed_to is null then 'first report' else 'signing' end as in_force_basis,
    from agreements
    where status = 'signed' or (status = 'ended' and signed_from is not null)
),

signatories as (
    select
        agreement_id,
        list(party_code order by party_code) as party_codes,
    from parties
    group by agreement_id
)

select
    begun.agreement_id,
    begun.agreement_type,
    begun.in_force_from,
    begun.in_force_basis,
    begun.ended_from,
    signatories.party_codes,
    begun.instrument_id,
    begun.programme,
    begun.title_as_worded,
    begun.source_count,
    begun.is_sample_only,
from begun
left join signatories on begun.agreement_id = signatories.agreement_id
where
    begun.in_force_from <= cast(d as date)
    and (begun.status = 'signed' or begun.ended_from > cast(d as date))
order by begun.in_force_from, begun.agreement_id;

comment on macro table main.agreements_in_force_on is
'Agreements signed by a day and not known to have ended by it: select * from agreements_in_force_on(''2020-01-01''). One signed on an unknown day counts from its first report; terms and ratification are not known.';
