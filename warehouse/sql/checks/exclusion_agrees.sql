-- An agreement counts in totals exactly where no reason speaks against it, and only where it was signed.
-- Why: totals that count plans and pledges are the field's known failure.
-- Table: core.fact_agreements
-- Severity: error, blocking
select
    agreement_id,
    status,
    agreement_type,
    signed_from,
    counts_in_totals,
    exclusion_reason,
from core.fact_agreements
where
    counts_in_totals <> (exclusion_reason is null)
    or (status = 'planned') <> (exclusion_reason is not distinct from 'planned')
    or (
        coalesce(exclusion_reason in ('never_signed', 'signing_not_told', 'ends_another'), false)
        and not (status = 'ended' and signed_from is null)
    )
    or (exclusion_reason is not distinct from 'possible_repeat' and signed_from is not null)
