-- No two documents share parties, day, type and programme.
-- Why: they are one document told twice that resolution did not join.
-- Table: core.fact_agreements
-- Severity: warn
with
agreements as (
    select * from core.fact_agreements
    where signed_date is not null
),

parties as (
    select * from core.bridge_agreement_parties
),

signatories as (
    select agreement_id, string_agg(party_code, ' ' order by party_code) as party_codes from parties
    group by agreement_id
)

select
    signatories.party_codes,
    agreements.signed_date,
    agreements.agreement_type,
    agreements.programme,
    list(agreements.agreement_id order by agreements.agreement_id) as agreement_ids,
from agreements
inner join signatories on agreements.agreement_id = signatories.agreement_id
group by signatories.party_codes, agreements.signed_date, agreements.agreement_type, agreements.programme
having count(*) > 1
