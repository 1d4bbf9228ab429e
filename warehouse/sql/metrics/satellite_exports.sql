-- A line is told by an undertaking (satellite_export). A contract that names a satellite belongs to the line of its
-- supplier, buyer and satellite. Alone it may be for the launch, a lease or data, and makes a line only where the supplier
-- is known to have built that satellite, or, where its builder is not known, a third party launched it for the buyer.
-- A launch makes no line, it delivers one; of a series, told under one name, only if no other launch could be meant.
with
cooperations as (
    select * from metrics.counted_cooperations
),

cooperation_parties as (
    select * from core.bridge_cooperation_parties
),

contracts as (
    select * from metrics.counted_agreements
    where agreement_type = 'contract' and is_document
),

agreement_parties as (
    select * from core.bridge_agreement_parties
),

launches as (
    select * from metrics.counted_launches
),

payloads as (
    select * from core.bridge_launch_payloads
),

launch_customers as (
    select * from core.bridge_launch_customers
),

spacecraft as (
    select * from core.dim_spacecraft
),

aliases as (
    select * from core.dim_aliases
    where dimension = 'spacecraft'
),

version as (
    select * from metrics.published_version
),

told_exports as (
    select
        suppliers.party_code as supplier_code,
        buyers.party_code as buyer_code,
        cooperations.spacecraft_id,
        cooperations.cooperation_id,
        cooperations.first_reported_date,
    from cooperations
    inner join cooperation_parties as suppliers
        on cooperations.cooperation_id = suppliers.cooperation_id and suppliers.role = 'supplier'
    inner join cooperation_parties as buyers
        on cooperations.cooperation_id = buyers.cooperation_id and buyers.role = 'customer'
    where cooperations.cooperation_type = 'satellite_export'
),

undertakings as (
    select
        supplier_code,
        buyer_code,
        spacecraft_id,
        arg_min(cooperation_id, (coalesce(first_reported_date, date '9999-12-31'), cooperation_id)) as cooperation_id,
    from told_exports
    group by supplier_code, buyer_code, spacecraft_id
),

all_names as (
    select spacecraft_id, spacecraft_name as name from spacecraft
    union all
    select id as spacecraft_id, alias as name from aliases
),

names as (
    select
        regexp_replace(lower(name), '[^a-z0-9]', '', 'g') as name_key,
        min(spacecraft_id) as spacecraft_id,
    from all_names
    group by name_key
    having count(distinct spacecraft_id) = 1
),

carried as (
    select
        payloads.spacecraft_id,
        launch_customers.party_code as buyer_code,
        launches.launch_id,
        launches.provider_country_code,
        launches.status,
        launches.is_flown,
        launches.launch_from,
        launches.flown_date,
    from payloads
    inner join launches on payloads.launch_id = launches.launch_id
    inner join launch_customers on launches.launch_id = launch_customers.launch_id
    union
    select
        payloads.spacecraft_id,
        payloads.customer_code as buyer_code,
        launches.launch_id,
        launches.provider_country_code,
        launches.status,
        launches.is_flown,
        launches.launch_from,
        launches.flown_date,
    from payloads
    inner join launches on payloads.launch_id = launches.launch_id
    where payloads.customer_code is not null
),

purchases as (
    select
        suppliers.party_code as supplier_code,
        buyers.party_code as buyer_code,
        names.spacecraft_id,
        contracts.agreement_id,
        contracts.signed_year,
        contracts.signed_from,
    from contracts
    inner join agreement_parties as suppliers
        on contracts.agreement_id = suppliers.agreement_id and suppliers.role = 'supplier'
    inner join agreement_parties as buyers
        on contracts.agreement_id = buyers.agreement_id and buyers.role = 'customer'
    inner join names on regexp_replace(lower(contracts.programme), '[^a-z0-9]', '', 'g') = names.name_key
),

bought as (
    select
        supplier_code,
        buyer_code,
        spacecraft_id,
        arg_min(
            {'id': agreement_id, 'year': signed_year}, (coalesce(signed_from, date '9999-12-31'), agreement_id)
        ) as contract,
    from purchases
    group by supplier_code, buyer_code, spacecraft_id
),

built as (
    select
        bought.supplier_code,
        bought.buyer_code,
        bought.spacecraft_id,
    from bought
    inner join spacecraft on bought.spacecraft_id = spacecraft.spacecraft_id and not spacecraft.is_series
    where
        spacecraft.manufacturer_code = bought.supplier_code
        or (
            spacecraft.manufacturer_code is null
            and exists (
                select 1 from carried
                where
                    carried.spacecraft_id = bought.spacecraft_id
                    and carried.buyer_code = bought.buyer_code
                    and carried.is_flown
                    and carried.provider_country_code not in (bought.supplier_code, bought.buyer_code)
            )
        )
),

lines as (
    select supplier_code, buyer_code, spacecraft_id from undertakings
    union
    select supplier_code, buyer_code, spacecraft_id from built
),

deliveries as (
    select
        lines.supplier_code,
        lines.buyer_code,
        lines.spacecraft_id,
        arg_min(
            {'id': carried.launch_id, 'day': case when carried.status = 'success' then carried.flown_date end},
            (
                carried.status <> 'success',
                not carried.is_flown,
                coalesce(carried.launch_from, date '9999-12-31'),
                carried.launch_id
            )
        ) as launch,
    from lines
    inner join spacecraft on lines.spacecraft_id = spacecraft.spacecraft_id
    inner join carried on lines.spacecraft_id = carried.spacecraft_id and lines.buyer_code = carried.buyer_code
    group by lines.supplier_code, lines.buyer_code, lines.spacecraft_id
    having not bool_or(spacecraft.is_series) or count(carried.launch_from) <= 1
)

select
    lines.supplier_code,
    lines.buyer_code,
    lines.spacecraft_id,
    bought.contract['id'] as agreement_id,
    deliveries.launch['id'] as launch_id,
    undertakings.cooperation_id,
    bought.contract['year'] as contract_year,
    deliveries.launch['day'] as delivered_date,
    lines.spacecraft_id is not null
    or count(lines.spacecraft_id) over (partition by lines.supplier_code, lines.buyer_code) = 0 as counts_in_totals,
    version.published_at as refreshed_at,
from lines
cross join version
left join undertakings
    on lines.supplier_code = undertakings.supplier_code
    and lines.buyer_code = undertakings.buyer_code
    and lines.spacecraft_id is not distinct from undertakings.spacecraft_id
left join bought
    on lines.supplier_code = bought.supplier_code
    and lines.buyer_code = bought.buyer_code
    and lines.spacecraft_id = bought.spacecraft_id
left join deliveries
    on lines.supplier_code = deliveries.supplier_code
    and lines.buyer_code = deliveries.buyer_code
    and lines.spacecraft_id = deliveries.spacecraft_id
order by lines.supplier_code, lines.buyer_code, lines.spacecraft_id
