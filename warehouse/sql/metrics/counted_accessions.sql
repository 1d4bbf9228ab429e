-- An accession counts on (instrument, joiner): told twice it is one, the earlier; whoever led it is no party to it here.
-- One whose joiner or instrument is not known counts for itself.
create view metrics.counted_accessions as
with
agreements as (
    select * from metrics.counted_agreements
),

joiners as (
    select * from core.bridge_agreement_parties
    where role = 'joiner'
),

joinings as (
    select
        case
            when joiners.party_code is null then agreements.agreement_id
            else coalesce(agreements.instrument_id, agreements.agreement_id)
        end as joined_id,
        joiners.party_code,
        agreements.agreement_id,
        agreements.instrument_id,
        agreements.agreement_level,
        agreements.signed_date,
        agreements.signed_from,
        agreements.signed_year,
        agreements.source_count,
        agreements.only_state_media,
    from agreements
    left join joiners on agreements.agreement_id = joiners.agreement_id
    where
        agreements.is_accession
        and agreements.was_signed
)

select
    joined_id,
    party_code,
    agreement_id,
    instrument_id,
    agreement_level,
    signed_date,
    signed_year,
    source_count,
    only_state_media,
from joinings
qualify row_number() over (
    partition by joined_id, party_code
    order by signed_from nulls last, agreement_id
) = 1;

comment on view metrics.counted_accessions is
'One row per standing instrument and party that joined it; an accession of unknown joiner or instrument stands for itself.';
