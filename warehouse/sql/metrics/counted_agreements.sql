-- Agreements that the metrics count, with what the counting rules ask of each.
-- was_signed: an agreement that has ended was signed, if a day of signing is known or articles tell of the signing.
create view metrics.counted_agreements as
with
agreements as (
    select * from core.fact_agreements
),

version as (
    select * from metrics.published_version
),

counted as (
    select agreements.*
    from agreements
    cross join version
    where not (agreements.is_sample_only and version.has_real_source)
),

judged as (
    select
        *,
        status = 'signed'
        or (
            status = 'ended'
            and coalesce(exclusion_reason not in ('never_signed', 'signing_not_told', 'ends_another'), true)
        ) as was_signed,
        agreement_type = 'accession' as is_accession,
    from counted
)

select
    agreement_id,
    agreement_type,
    agreement_level,
    status,
    was_signed,
    is_accession,
    counts_in_totals and not is_accession as is_document,
    was_signed and not counts_in_totals as is_excluded,
    exclusion_reason,
    signed_date,
    signed_from,
    signed_to,
    signed_year,
    case when year(planned_from) = year(planned_to) then year(planned_from) end as planned_year,
    case when year(ended_from) = year(ended_to) then year(ended_from) end as ended_year,
    first_reported_date,
    instrument_id,
    programme,
    title_as_worded,
    party_count,
    source_count,
    only_state_media,
from judged;

comment on view metrics.counted_agreements is
'One row per agreement that the metrics count: facts known from the sample alone are left out once a real source is configured.';
