with
    countries as (
        select * from lexicon.countries
    )

select
    country_code,
    country_name,
    region,
    subregion,
    coalesce(sovereign_code, country_code) as sovereign_code,
    successor_code,
    first_day(valid_from) as valid_from,
    final_day(valid_to) as valid_to,
from countries
order by country_code
