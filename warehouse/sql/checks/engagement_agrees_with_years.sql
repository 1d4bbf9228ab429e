-- A party's documents and accessions in all are those of its years.
-- Why: two tables that a reader would lay side by side must not differ.
-- Table: metrics.country_engagement
-- Severity: error, blocking
with
years as (
    select
        party_code,
        sum(documents) as documents,
        sum(accessions) as accessions,
    from metrics.agreements_by_party_year
    group by party_code
    having sum(documents) + sum(accessions) > 0
),

engagement as (
    select * from metrics.country_engagement
    where documents + accessions > 0
)

select
    coalesce(years.party_code, engagement.party_code) as party_code,
    years.documents as documents_by_year,
    engagement.documents,
    years.accessions as accessions_by_year,
    engagement.accessions,
from years
full join engagement on years.party_code = engagement.party_code
where
    years.documents is distinct from engagement.documents
    or years.accessions is distinct from engagement.accessions
