-- An accession names who joins.
-- Why: without a joiner it counts in its year, and for no party.
-- Table: core.bridge_agreement_parties
-- Severity: warn
with
agreements as (
    select * from core.fact_agreements
    where agreement_type = 'accession'
),

joiners as (
    select * from core.bridge_agreement_parties
    where role = 'joiner'
)

select
    agreements.agreement_id,
    agreements.instrument_id,
from agreements
where agreements.agreement_id not in (select joiners.agreement_id from joiners)
