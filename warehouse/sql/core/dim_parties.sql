with
    countries as (
        select * from core.dim_countries
    ),

    bodies as (
        select * from lexicon.bodies
    ),

    provisional as (
        select * from stage.provisional
        where dimension = 'parties'
    ),

    known as (
        select
            country_code as party_code,
            country_name as party_name,
            'country' as party_type,
            sovereign_code,
            successor_code,
            valid_from,
            valid_to,
            false as is_provisional,
        from countries
        union all
        select
            party_code,
            party_name,
            'body',
            party_code,
            null,
            first_day(valid_from),
            final_day(valid_to),
            false,
        from bodies
        where party_code not in (select country_code from countries)
    ),

    unknown as (
        select
            id as party_code,
            -- a country that articles name and no list holds has but its name for a code: prov_zorbavia
            case
                when starts_with(id, 'prov_') then array_to_string(
                    list_transform(string_split(substr(id, 6), '-'), lambda word: upper(word[1]) || word[2:]), ' '
                )
                else name
            end as party_name,
            if(starts_with(id, 'prov_'), 'country', 'body') as party_type,
            id as sovereign_code,
            null as successor_code,
            null::date as valid_from,
            null::date as valid_to,
            true as is_provisional,
        from provisional
        where id not in (select party_code from known)
    ),

    parties as (
        select * from known
        union all
        select * from unknown
    )

select
    party_code,
    party_name,
    party_type,
    sovereign_code,
    successor_code,
    valid_from,
    valid_to,
    is_provisional,
from parties
order by party_code
