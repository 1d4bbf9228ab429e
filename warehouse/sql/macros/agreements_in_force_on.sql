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

successors as (
    select
        relations.to_id as agreement_id,
        min(coalesce(successors.signed_from, successors.ended_from)) as replaced_from,
    from core.bridge_agreement_relations as relations
    inner join agreements as successors on relations.from_id = successors.agreement_id
    where relations.relation in ('renews', 'supersedes', 'ends')
    group by relations.to_id
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
left join successors on begun.agreement_id = successors.agreement_id
where
    begun.in_force_from <= cast(d as date)
    and (begun.status = 'signed' or begun.ended_from > cast(d as date))
    and coalesce(successors.replaced_from > cast(d as date), true)
order by begun.in_force_from, begun.agreement_id;

comment on macro table main.agreements_in_force_on is
'Agreements signed by a day and not known to have ended or been replaced by it: select * from agreements_in_force_on(''2020-01-01''). One signed on an unknown day counts from its first report; terms and ratification are not known.';
