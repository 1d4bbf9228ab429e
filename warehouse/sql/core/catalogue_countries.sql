with
    countries as (
        select * from store.catalogue_countries
    ),

    ours as (
        select * from core.dim_countries
    )

select
    countries.catalogue || ':' || countries.own_id as catalogue_id,
    countries.catalogue,
    countries.own_id,
    countries.country_name,
    countries.official_name,
    countries.common_name,
    countries.alpha_2,
    countries.numeric_code,
    ours.country_code,
from countries
left join ours on countries.own_id = ours.country_code
order by catalogue_id
