with
agreements as (
    select * from metrics.counted_agreements
    where is_document
),

agreement_parties as (
    select * from core.bridge_agreement_parties
),

members as (
    select * from core.fact_memberships
    where is_member
),

cooperations as (
    select * from metrics.counted_cooperations
),

cooperation_parties as (
    select * from core.bridge_cooperation_parties
),

launches as (
    select * from metrics.counted_launches
    where is_flown
),

launch_customers as (
    select * from core.bridge_launch_customers
    where is_foreign
),

exports as (
    select * from metrics.satellite_exports
    where counts_in_totals
),

tellings as (
    select * from shared.tellings
),

version as (
    select * from metrics.published_version
),

documents as (
    select
        firsts.party_code as code_a,
        seconds.party_code as code_b,
        case when agreements.party_count > 2 then 'multilateral' else 'bilateral' end as event,
        agreements.agreement_id as fact_id,
        agreements.signed_year as year,
    from agreements
    inner join agreement_parties as firsts on agreements.agreement_id = firsts.agreement_id
    inner join agreement_parties as seconds
        on agreements.agreement_id = seconds.agreement_id and firsts.party_code < seconds.party_code
),

counted_members as (
    select members.*
    from members
    cross join version
    where not (members.is_sample_only and version.has_real_source)
),

instruments as (
    select
        firsts.party_code as code_a,
        seconds.party_code as code_b,
        'instrument' as event,
        cast(null as varchar) as fact_id,
        case
            when firsts.joined_year is not null and seconds.joined_year is not null
                then greatest(firsts.joined_year, seconds.joined_year)
        end as year,
    from counted_members as firsts
    inner join counted_members as seconds
        on firsts.instrument_id = seconds.instrument_id and firsts.party_code < seconds.party_code
),

undertakings as (
    select
        firsts.party_code as code_a,
        seconds.party_code as code_b,
        'cooperation' as event,
        cooperations.cooperation_id as fact_id,
        cooperations.start_year as year,
    from cooperations
    inner join cooperation_parties as firsts on cooperations.cooperation_id = firsts.cooperation_id
    inner join cooperation_parties as seconds
        on cooperations.cooperation_id = seconds.cooperation_id and firsts.party_code < seconds.party_code
),

flights as (
    select
        least(launches.provider_country_code, launch_customers.party_code) as code_a,
        greatest(launches.provider_country_code, launch_customers.party_code) as code_b,
        case
            when launches.provider_country_code < launch_customers.party_code then 'launch a for b'
            else 'launch b for a'
        end as event,
        launches.launch_id as fact_id,
        launches.launch_year as year,
    from launches
    inner join launch_customers on launches.launch_id = launch_customers.launch_id
),

deliveries as (
    select
        least(supplier_code, buyer_code) as code_a,
        greatest(supplier_code, buyer_code) as code_b,
        case when supplier_code < buyer_code then 'export a to b' else 'export b to a' end as event,
        coalesce(cooperation_id, agreement_id) as fact_id,
        coalesce(contract_year, year(delivered_date)) as year,
    from exports
),

events as (
    select * from documents
    union all
    select * from instruments
    union all
    select * from undertakings
    union all
    select * from flights
    union all
    select * from deliveries
),

counts as (
    select
        code_a,
        code_b,
        count_if(event = 'bilateral') as bilateral_documents,
        count_if(event = 'multilateral') as multilateral_cosigned,
        count_if(event = 'instrument') as shared_instruments,
        count_if(event = 'cooperation') as cooperations,
        count_if(event = 'launch a for b') as launches_a_for_b,
        count_if(event = 'launch b for a') as launches_b_for_a,
        count_if(event = 'export a to b') as exports_a_to_b,
        count_if(event = 'export b to a') as exports_b_to_a,
        min(year) as first_year,
        max(year) as last_year,
    from events
    group by code_a, code_b
),

sources as (
    select
        events.code_a,
        events.code_b,
        count(distinct tellings.origin) as independent_sources,
    from events
    inner join tellings on events.fact_id = tellings.fact_id
    group by events.code_a, events.code_b
)

select
    counts.code_a,
    counts.code_b,
    counts.bilateral_documents,
    counts.multilateral_cosigned,
    counts.shared_instruments,
    counts.cooperations,
    counts.launches_a_for_b,
    counts.launches_b_for_a,
    counts.exports_a_to_b,
    counts.exports_b_to_a,
    counts.first_year,
    counts.last_year,
    coalesce(sources.independent_sources, 0) as independent_sources,
    version.published_at as refreshed_at,
from counts
cross join version
left join sources on counts.code_a = sources.code_a and counts.code_b = sources.code_b
order by counts.code_a, counts.code_b
