-- A catalogue counts the rows that are published of it.
-- Why: what is missing from a catalogue would be taken for an error of ours.
-- Table: core.catalogues
-- Severity: error, blocking
with
catalogues as (
    select * from core.catalogues
),

counted as (
    select
        catalogue,
        count_if(told = 'launch') as launches,
        count_if(told = 'satellite') as satellites,
        count_if(told = 'organization') as organizations,
        count_if(told = 'site') as sites,
        count_if(told = 'country') as countries,
        count_if(told = 'reject') as rejects,
    from (
        select catalogue, 'launch' as told from core.catalogue_launches
        union all
        select catalogue, 'satellite' from core.catalogue_satellites
        union all
        select catalogue, 'organization' from core.catalogue_organizations
        union all
        select catalogue, 'site' from core.catalogue_sites
        union all
        select catalogue, 'country' from core.catalogue_countries
        union all
        select catalogue, 'reject' from core.catalogue_rejects
    )
    group by catalogue
)

select
    catalogues.catalogue,
    catalogues.launch_count,
    counted.launches,
    catalogues.satellite_count,
    counted.satellites,
from catalogues
left join counted using (catalogue)
where
    catalogues.launch_count <> coalesce(counted.launches, 0)
    or catalogues.satellite_count <> coalesce(counted.satellites, 0)
    or catalogues.organization_count <> coalesce(counted.organizations, 0)
    or catalogues.site_count <> coalesce(counted.sites, 0)
    or catalogues.country_count <> coalesce(counted.countries, 0)
    or catalogues.rejected_count <> coalesce(counted.rejects, 0)
