with
    outlets as (
        select * from lexicon.outlets
    ),

    source_names as (
        select * from store.source_names
    ),

    countries as (
        select * from core.dim_countries
    ),

    together as (
        select
            source_id,
            source_name,
            source_tier::integer as source_tier,
            country_code,
            ownership,
            language,
            false as is_provisional,
        from outlets
        union all
        select
            source_id,
            min(name),
            min(source_tier),
            null,
            case when bool_or(is_sample) then 'sample' else 'unknown' end,
            null,
            not bool_or(is_sample),
        from source_names
        where source_id not in (select source_id from outlets)
        group by source_id
    )

select
    together.source_id,
    together.source_name,
    together.source_tier,
    countries.country_code,
    together.ownership,
    together.language,
    together.is_provisional,
from together
left join countries using (country_code)
order by together.source_id
