with
documents as (
    select * from metrics.counted_agreements
    where is_document or is_excluded
),

accessions as (
    select * from metrics.counted_accessions
),

version as (
    select * from metrics.published_version
),

signings as (
    select
        signed_year as year,
        agreement_type,
        agreement_level,
        party_count,
        source_count,
        only_state_media,
        is_document,
        false as is_accession,
    from documents
    union all
    select
        signed_year as year,
        'accession' as agreement_type,
        agreement_level,
        null as party_count,
        source_count,
        only_state_media,
        false as is_document,
        true as is_accession,
    from accessions
)

select
    signings.year,
    signings.agreement_type,
    signings.agreement_level,
    count_if(signings.is_document) as documents,
    count_if(signings.is_document and signings.party_count <= 2) as bilateral,
    count_if(signings.is_document and signings.party_count > 2) as multilateral,
    count_if(signings.is_accession) as accessions,
    count_if(not signings.is_document and not signings.is_accession) as excluded,
    count_if((signings.is_document or signings.is_accession) and signings.source_count = 1) as single_source,
    count_if((signings.is_document or signings.is_accession) and signings.only_state_media) as only_state_media,
    any_value(version.published_at) as refreshed_at,
from signings
cross join version
group by signings.year, signings.agreement_type, signings.agreement_level
order by signings.year, signings.agreement_type, signings.agreement_level
