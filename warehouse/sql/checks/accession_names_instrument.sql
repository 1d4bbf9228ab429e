-- An accession names the instrument that it joins, and only an accession does.
-- Why: accessions count on instrument and joiner; one without an instrument counts for itself.
-- Table: core.fact_agreements
-- Severity: warn
with
agreements as (
    select * from core.fact_agreements
)

select
    agreement_id,
    agreement_type,
    instrument_id,
from agreements
where (agreement_type = 'accession') <> (instrument_id is not null)
