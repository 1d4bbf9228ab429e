-- Names in the catalogues, and the members of dimensions that they surely mean: those that stand in the dimension.

with
    names as (
        select * from store.catalogue_names
    ),

    members as (
        select 'vehicles' as dimension, vehicle_id as id from core.dim_vehicles
        union all
        select 'launch_sites', launch_site_id from core.dim_launch_sites
        union all
        select 'organizations', organization_id from core.dim_organizations
        union all
        select 'spacecraft', spacecraft_id from core.dim_spacecraft
        union all
        select 'parties', party_code from core.dim_parties
    )

select
    names.dimension,
    names.name,
    names.id,
from names
inner join members using (dimension, id)
