-- An agreement has two parties or more.
-- Why: a document of one code is a domestic matter, or one of its parties was not recognised.
-- Table: core.fact_agreements
-- Severity: error
with
agreements as (
    select * from core.fact_agreements
)

select
    agreement_id,
    agreement_type,
    party_count,
from agreements
where party_count < 2
