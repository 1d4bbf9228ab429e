-- Facts of different kinds on one spacecraft, for one customer. Of a series, which many facts name alike, only where one
-- fact of either kind does for that customer.
with
    agreements as (
        select * from core.fact_agreements
        where agreement_type <> 'accession'
    ),

    agreement_parties as (
        select * from core.bridge_agreement_parties
    ),

    launches as (
        select * from core.fact_launches
    ),

    payloads as (
        select * from core.bridge_launch_payloads
    ),

    launch_customers as (
        select * from core.bridge_launch_customers
    ),

    cooperations as (
        select * from core.fact_cooperations
        where spacecraft_id is not null
    ),

    cooperation_parties as (
        select * from core.bridge_cooperation_parties
    ),

    spacecraft as (
        select * from core.dim_spacecraft
    ),

    spacecraft_names as (
        select * from stage.spacecraft_names
    ),

    agreed as (
        select
            agreements.agreement_id,
            agreements.agreement_type,
            spacecraft_names.spacecraft_id,
            agreements.signed_from,
            agreements.status,
        from agreements
        inner join spacecraft_names
            on regexp_replace(lower(agreements.programme), '[^a-z0-9]', '', 'g') = spacecraft_names.name_key
    ),

    carried as (
        select
            payloads.launch_id,
            payloads.spacecraft_id,
            launch_customers.party_code,
        from payloads
        inner join launch_customers using (launch_id)
        where payloads.customer_code is null or payloads.customer_code = launch_customers.party_code
        union
        select
            launch_id,
            spacecraft_id,
            customer_code,
        from payloads
        where customer_code is not null
    ),

    contracts_of as (
        select
            'agreement' as from_type,
            agreed.agreement_id as from_id,
            'cooperation' as to_type,
            cooperations.cooperation_id as to_id,
            'contract_of' as relation,
            agreed.spacecraft_id,
        from agreed
        inner join cooperations using (spacecraft_id)
        inner join cooperation_parties using (cooperation_id)
        inner join agreement_parties using (agreement_id, party_code)
        where
            agreed.agreement_type = 'contract'
            and cooperations.cooperation_type in ('satellite_export', 'launch_service')
        group by agreed.agreement_id, cooperations.cooperation_id, agreed.spacecraft_id
        having
            count(*) = any_value(cooperations.party_count)
            -- who supplies by the one does not buy by the other
            and not bool_or(
                cooperation_parties.role in ('supplier', 'customer')
                and agreement_parties.role in ('supplier', 'customer')
                and cooperation_parties.role <> agreement_parties.role
            )
    ),

    carried_undertakings as (
        select distinct
            'launch' as from_type,
            carried.launch_id as from_id,
            'cooperation' as to_type,
            cooperations.cooperation_id as to_id,
            case cooperations.cooperation_type when 'satellite_export' then 'delivers' else 'launches' end as relation,
            carried.spacecraft_id,
        from carried
        inner join cooperations using (spacecraft_id)
        inner join cooperation_parties
            on
                cooperations.cooperation_id = cooperation_parties.cooperation_id
                and carried.party_code = cooperation_parties.party_code
        where
            cooperations.cooperation_type in ('satellite_export', 'launch_service', 'joint_mission')
            and (cooperations.cooperation_type = 'joint_mission' or cooperation_parties.role = 'customer')
    ),

    carried_agreements as (
        select distinct
            'launch' as from_type,
            carried.launch_id as from_id,
            'agreement' as to_type,
            agreed.agreement_id as to_id,
            'launches' as relation,
            carried.spacecraft_id,
        from carried
        inner join agreed using (spacecraft_id)
        inner join launches using (launch_id)
        inner join agreement_parties
            on
                agreed.agreement_id = agreement_parties.agreement_id
                and carried.party_code = agreement_parties.party_code
        where coalesce(agreed.signed_from <= launches.launch_to, true)
    ),

    links as (
        select * from contracts_of
        union all
        select * from carried_undertakings
        union all
        select * from carried_agreements
    ),

    counted as (
        select
            links.*,
            spacecraft.is_series,
            count(*) over (partition by links.from_type, links.from_id, links.to_type, links.relation, links.spacecraft_id)
                as targets,
            count(*) over (partition by links.to_type, links.to_id, links.from_type, links.relation, links.spacecraft_id)
                as origins,
        from links
        inner join spacecraft using (spacecraft_id)
    )

select
    from_type,
    from_id,
    to_type,
    to_id,
    relation,
    spacecraft_id,
from counted
where not is_series or (targets = 1 and origins = 1)
order by from_type, from_id, to_type, to_id, relation, spacecraft_id
