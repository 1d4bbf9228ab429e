with
agreements as (
    select * from metrics.counted_agreements
    where is_document
),

agreement_parties as (
    select * from core.bridge_agreement_parties
),

accessions as (
    select * from metrics.counted_accessions
    where party_code is not null
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

pairs as (
    select * from metrics.country_pairs
),

version as (
    select * from metrics.published_version
),

foreign_launches as (
    select
        launches.launch_id,
        launches.provider_country_code,
        launches.launch_year,
        launches.flown_date,
    from launches
    where launches.launch_id in (select launch_customers.launch_id from launch_customers)
),

events as (
    select
        agreement_parties.party_code,
        'document' as event,
        agreements.signed_year as year,
        agreements.signed_date as day,
    from agreements
    inner join agreement_parties on agreements.agreement_id = agreement_parties.agreement_id
    union all
    select party_code, 'accession' as event, signed_year as year, signed_date as day from accessions
    union all
    select
        provider_country_code as party_code,
        'launch for others' as event,
        launch_year as year,
        flown_date as day,
    from foreign_launches
    where provider_country_code is not null
    union all
    select
        launch_customers.party_code,
        'launch by others' as event,
        foreign_launches.launch_year as year,
        foreign_launches.flown_date as day,
    from foreign_launches
    inner join launch_customers on foreign_launches.launch_id = launch_customers.launch_id
),

counts as (
    select
        party_code,
        count_if(event = 'document') as documents,
        count_if(event = 'accession') as accessions,
        count_if(event = 'launch for others') as launches_for_others,
        count_if(event = 'launch by others') as launches_by_others,
        count_if(year is null) / count(*) as undated_share,
        max(day) as last_event_date,
    from events
    group by party_code
),

missions as (
    select
        cooperation_parties.party_code,
        count_if(cooperations.cooperation_type = 'joint_mission') as joint_missions,
    from cooperations
    inner join cooperation_parties on cooperations.cooperation_id = cooperation_parties.cooperation_id
    group by cooperation_parties.party_code
),

supplied as (
    select supplier_code as party_code, count(*) as exports_out from exports
    group by supplier_code
),

bought as (
    select buyer_code as party_code, count(*) as exports_in from exports
    group by buyer_code
),

meetings as (
    select
        unnest([code_a, code_b]) as party_code,
        bilateral_documents + multilateral_cosigned + cooperations
        + launches_a_for_b + launches_b_for_a + exports_a_to_b + exports_b_to_a > 0 as is_partner,
    from pairs
),

partners as (
    select party_code, count_if(is_partner) as partners from meetings
    group by party_code
),

parties as (
    select party_code from counts
    union
    select party_code from missions
    union
    select party_code from supplied
    union
    select party_code from bought
    union
    select party_code from partners
)

select
    parties.party_code,
    coalesce(partners.partners, 0) as partners,
    coalesce(counts.documents, 0) as documents,
    coalesce(counts.accessions, 0) as accessions,
    coalesce(supplied.exports_out, 0) as exports_out,
    coalesce(bought.exports_in, 0) as exports_in,
    coalesce(counts.launches_for_others, 0) as launches_for_others,
    coalesce(counts.launches_by_others, 0) as launches_by_others,
    coalesce(missions.joint_missions, 0) as joint_missions,
    counts.undated_share,
    counts.last_event_date,
    version.published_at as refreshed_at,
from parties
cross join version
left join partners on parties.party_code = partners.party_code
left join counts on parties.party_code = counts.party_code
left join supplied on parties.party_code = supplied.party_code
left join bought on parties.party_code = bought.party_code
left join missions on parties.party_code = missions.party_code
order by parties.party_code
