create or replace macro main.agreements_reported_by(d) as table
with
agreements as (
    select * from core.fact_agreements
    where first_reported_date <= cast(d as date)
),

reports as (
    select * from core.bridge_agreement_reports
    where reported_from <= cast(d as date) and (reported_to is null or reported_to > cast(d as date))
)

select
    agreements.agreement_id,
    agreements.first_reported_date,
    agreements.agreement_type,
    reports.status,
    agreements.status as status_now,
    agreements.signed_from,
    agreements.signed_to,
    reports.party_codes,
    agreements.programme,
    reports.articles_by_then,
    reports.sources_by_then,
    agreements.is_sample_only,
from agreements
inner join reports on agreements.agreement_id = reports.agreement_id
order by agreements.first_reported_date, agreements.agreement_id;

comment on macro table main.agreements_reported_by is
'Agreements that an article had told of by a day, with the status told last by then (status_now is that of today): select * from agreements_reported_by(''2021-03-31''). Articles without a date are left out. What this warehouse held by then is agreements_known_on.';
