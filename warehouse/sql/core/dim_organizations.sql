with
    organizations as (
        select * from lexicon.organizations
    ),

    bodies as (
        select * from lexicon.bodies
    ),

    countries as (
        select * from core.dim_countries
    ),

    parties as (
        select * from core.dim_parties
    ),

    provisional as (
        select * from stage.provisional
        where dimension = 'organizations'
    ),

    listed as (
        select
            organization_id,
            organization_name,
            organization_type,
            party_code,
            valid_from,
            valid_to,
            false as is_provisional,
        from organizations
    ),

    -- A body is an organisation too, under its own code where no line of the lexicon speaks for it.
    as_organizations as (
        select
            lower(replace(party_code, ' ', '-')) as organization_id,
            party_name as organization_name,
            organization_type,
            party_code,
            valid_from,
            valid_to,
            false as is_provisional,
        from bodies
        where
            party_code not in (select party_code from organizations where party_code is not null)
            and organization_id not in (select listed.organization_id from listed)
    ),

    met as (
        select
            id as organization_id,
            name as organization_name,
            null as organization_type,
            party_code,
            null as valid_from,
            null as valid_to,
            true as is_provisional,
        from provisional
        where
            id not in (select organization_id from listed)
            and id not in (select organization_id from as_organizations)
    ),

    together as (
        select * from listed
        union all
        select * from as_organizations
        union all
        select * from met
    )

select
    together.organization_id,
    together.organization_name,
    together.organization_type,
    coalesce(countries.country_code, seats.country_code) as country_code,
    parties.party_code,
    first_day(together.valid_from) as valid_from,
    final_day(together.valid_to) as valid_to,
    together.is_provisional,
from together
left join countries on together.party_code = countries.country_code
left join bodies on together.party_code = bodies.party_code
left join countries as seats on bodies.seat_code = seats.country_code
left join parties on together.party_code = parties.party_code
order by together.organization_id
