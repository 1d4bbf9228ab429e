-- Members of dimensions that articles name and no lexicon holds, under the names of the tables.

with
    members as (
        select * from store.provisional_members
    ),

    agreements as (
        select * from stage.agreement_values
    ),

    launches as (
        select * from stage.launch_values
    ),

    cooperations as (
        select * from stage.cooperation_values
    ),

    totals as (
        select * from stage.total_values
    ),

    fact_members as (
        select * from stage.fact_members
    ),

    named as (
        select
            case dimension when 'sites' then 'launch_sites' else dimension end as dimension,
            id,
            name,
            party_code,
        from members
    ),

    used as (
        select 'instruments' as dimension, instrument_id as id from agreements
        union
        select 'programmes', programme_id from agreements
        union
        select 'programmes', programme_id from cooperations
        union
        select 'vehicles', vehicle_id from launches
        union
        select 'launch_sites', launch_site_id from launches
        union
        select 'spacecraft', spacecraft_id from cooperations
        union
        select 'spacecraft', member from fact_members where column_name = 'spacecraft_ids'
        union
        select 'organizations', member from fact_members where column_name = 'organizations'
        union
        select 'parties', member from fact_members where column_name in ('parties', 'customers')
        union
        select 'parties', of_code from totals
        union
        select 'parties', supplier from agreements
        union
        select 'parties', supplier from cooperations
        union
        select 'parties', party_code from named
    )

select
    used.dimension,
    used.id,
    coalesce(named.name, used.id) as name,
    named.party_code,
from used
left join named using (dimension, id)
where used.id is not null
