with
    spacecraft as (
        select * from lexicon.spacecraft
    ),

    provisional as (
        select * from stage.provisional
        where dimension = 'spacecraft'
    ),

    parties as (
        select * from core.dim_parties
    ),

    together as (
        select
            spacecraft_id,
            spacecraft_name,
            spacecraft_type,
            is_series = 'true' as is_series,
            case when owner_codes not like '%|%' then owner_codes end as owner_code,
            case when manufacturer_codes not like '%|%' then manufacturer_codes end as manufacturer_code,
            organization_id,
            programme_id,
            false as is_provisional,
        from spacecraft
        union all
        select
            id,
            name,
            null,
            false,
            party_code,
            null,
            null,
            null,
            true,
        from provisional
        where id not in (select spacecraft_id from spacecraft)
    )

select
    together.spacecraft_id,
    together.spacecraft_name,
    together.spacecraft_type,
    together.is_series,
    owners.party_code as owner_code,
    makers.party_code as manufacturer_code,
    together.organization_id,
    together.programme_id,
    together.is_provisional,
from together
left join parties as owners on together.owner_code = owners.party_code
left join parties as makers on together.manufacturer_code = makers.party_code
order by together.spacecraft_id
