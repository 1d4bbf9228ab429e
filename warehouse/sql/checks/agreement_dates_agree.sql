-- Day, period, year and precision of a signing say the same.
-- Why: an analyst reads the year, a timeline the period, and both must be the same event; no day is filled in.
-- Table: core.fact_agreements
-- Severity: error
with
agreements as (
    select * from core.fact_agreements
)

select
    agreement_id,
    signed_date,
    signed_from,
    signed_to,
    signed_year,
    signed_date_precision,
from agreements
where
    signed_from > signed_to
    or (signed_from is null) <> (signed_to is null)
    or (signed_from is null) <> (signed_date_precision = 'unknown')
    or (signed_date is not null) <> (signed_date_precision = 'day')
    or signed_date <> signed_from
    or signed_date <> signed_to
    or signed_year is distinct from case when year(signed_from) = year(signed_to) then year(signed_from) end
