-- An organisation is ours only where its name is, and its state too.

with
    organizations as (
        select * from store.catalogue_organizations
    ),

    names as (
        select * from stage.catalogue_names
        where dimension = 'organizations'
    ),

    ours as (
        select * from core.dim_organizations
    ),

    called as (
        select catalogue, own_id, party_code, organization_name as name
        from organizations
        union
        select catalogue, own_id, party_code, english_name
        from organizations
        union
        select catalogue, own_id, party_code, short_name
        from organizations
    ),

    known as (
        select
            called.catalogue,
            called.own_id,
            any_value(ours.organization_id) as organization_id,
        from called
        inner join names using (name)
        inner join ours on names.id = ours.organization_id and called.party_code = ours.party_code
        group by called.catalogue, called.own_id
        having count(distinct ours.organization_id) = 1
    )

select
    organizations.catalogue || ':' || organizations.own_id as catalogue_id,
    organizations.catalogue,
    organizations.own_id,
    organizations.organization_name,
    organizations.short_name,
    organizations.english_name,
    organizations.kinds,
    organizations.sector,
    organizations.state_code,
    organizations.party_code,
    organizations.parent_id,
    organizations.same_as_id,
    organizations.existed_from,
    organizations.existed_to,
    organizations.existed_date_precision,
    organizations.location,
    organizations.longitude,
    organizations.latitude,
    known.organization_id,
from organizations
left join known using (catalogue, own_id)
order by catalogue_id
