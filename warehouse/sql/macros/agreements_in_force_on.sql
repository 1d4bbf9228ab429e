create or replace macro main.agreements_in_force_on(d) as table
with
agreements as (
    select * from core.fact_agreements
),

parties as (
    select * from core.bridge_agreement_parties
),

-- one of each agreement that an article of a known day tells of, with the parties side by side
last_reports as (
    select agreement_id, party_codes from core.bridge_agreement_reports
    where reported_to is null
),

begun as (
    select
        *,
        coalesce(signed_to, first_reported_date) as in_force_from,
        case when signed_to is null then 'first report' else 'signing' end as in_force_basis,
    from agreements
    where
        (status = 'signed' or (status = 'ended' and signed_from is not null and ended_from > cast(d as date)))
        and coalesce(signed_to, first_reported_date) <= cast(d as date)
),

replaced as (
    select relations.to_id as agreement_id
    from core.bridge_agreement_relations as relations
    inner join agreements as successors on relations.from_id = successors.agreement_id
    where
        relations.relation in ('renews', 'supersedes', 'ends')
        and coalesce(successors.signed_from, successors.ended_from) <= cast(d as date)
),

standing as (
    select * from begun
    where agreement_id not in (select replaced.agreement_id from replaced)
),

unreported as (
    select standing.agreement_id
    from standing
    anti join last_reports on standing.agreement_id = last_reports.agreement_id
),

signatories as (
    select agreement_id, party_codes from last_reports
    union all
    select
        agreement_id,
        list_sort(list(party_code)) as party_codes,
    from parties
    where agreement_id in (select unreported.agreement_id from unreported)
    group by agreement_id
)

select
    standing.agreement_id,
    standing.agreement_type,
    standing.in_force_from,
    standing.in_force_basis,
    standing.ended_from,
    signatories.party_codes,
    standing.instrument_id,
    standing.programme,
    standing.title_as_worded,
    standing.source_count,
    standing.is_sample_only,
from standing
left join signatories on standing.agreement_id = signatories.agreement_id
order by standing.in_force_from, standing.agreement_id;

comment on macro table main.agreements_in_force_on is
'Agreements signed by a day and not known to have ended or been replaced by it: select * from agreements_in_force_on(''2020-01-01''). One signed on an unknown day counts from its first report; terms and ratification are not known.';
