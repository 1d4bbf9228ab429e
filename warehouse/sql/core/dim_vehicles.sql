with
    vehicles as (
        select * from lexicon.vehicles
    ),

    provisional as (
        select * from stage.provisional
        where dimension = 'vehicles'
    ),

    countries as (
        select * from core.dim_countries
    ),

    together as (
        select
            vehicle_id,
            vehicle_name,
            vehicle_family,
            country_code,
            provider_organization_id as organization_id,
            valid_from,
            valid_to,
            false as is_provisional,
        from vehicles
        union all
        select
            id,
            name,
            null,
            party_code,
            null,
            null,
            null,
            true,
        from provisional
        where id not in (select vehicle_id from vehicles)
    )

select
    together.vehicle_id,
    together.vehicle_name,
    together.vehicle_family,
    countries.country_code,
    together.organization_id,
    first_day(together.valid_from) as valid_from,
    final_day(together.valid_to) as valid_to,
    together.is_provisional,
from together
left join countries using (country_code)
order by together.vehicle_id
