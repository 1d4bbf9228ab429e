-- Every country of ISO 3166 is in core.dim_countries.
-- Why: a country that the lexicon lacks can be no party to anything.
-- Table: core.catalogue_countries
-- Severity: warn
with
countries as (
    select * from core.catalogue_countries
)

select
    own_id,
    country_name,
from countries
where country_code is null
