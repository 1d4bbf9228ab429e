-- The row of history that stands says what the fact says.
-- Why: a change that history missed would be told late, and with another cause.
-- Table: core.history_agreements
-- Severity: error

with
    agreements as (
        select * from core.history_agreements where known_to is null
    ),

    launches as (
        select * from core.history_launches where known_to is null
    ),

    cooperations as (
        select * from core.history_cooperations where known_to is null
    ),

    totals as (
        select * from core.history_totals where known_to is null
    )

select fact.agreement_id as fact_id, 'agreement' as fact_type
from core.fact_agreements as fact
inner join agreements using (agreement_id)
where
    row(fact.agreement_type, fact.status, fact.signed_from, fact.signed_to, fact.planned_from, fact.ended_from,
        fact.instrument_id, fact.programme, fact.party_count)
    is distinct from
    row(agreements.agreement_type, agreements.status, agreements.signed_from, agreements.signed_to,
        agreements.planned_from, agreements.ended_from, agreements.instrument_id, agreements.programme,
        agreements.party_count)
union all
select fact.launch_id, 'launch'
from core.fact_launches as fact
inner join launches using (launch_id)
where
    row(fact.status, fact.launch_from, fact.launch_to, fact.vehicle_id, fact.launch_site_id, fact.payload_count)
    is distinct from
    row(launches.status, launches.launch_from, launches.launch_to, launches.vehicle_id, launches.launch_site_id,
        launches.payload_count)
union all
select fact.cooperation_id, 'cooperation'
from core.fact_cooperations as fact
inner join cooperations using (cooperation_id)
where
    row(fact.cooperation_type, fact.subject, fact.programme, fact.spacecraft_id, fact.start_from, fact.party_count)
    is distinct from
    row(cooperations.cooperation_type, cooperations.subject, cooperations.programme, cooperations.spacecraft_id,
        cooperations.start_from, cooperations.party_count)
union all
select fact.total_id, 'total'
from core.fact_reported_totals as fact
inner join totals using (total_id)
where
    row(fact.metric, fact.value, fact.bound, fact.party_code, fact.subject, fact.scope)
    is distinct from
    row(totals.metric, totals.value, totals.bound, totals.party_code, totals.subject, totals.scope)
