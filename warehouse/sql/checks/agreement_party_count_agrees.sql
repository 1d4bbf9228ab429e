-- party_count of an agreement is the number of its rows in the bridge.
-- Why: bilateral and multilateral are told apart by it.
-- Table: core.fact_agreements
-- Severity: error, blocking
with
agreements as (
    select * from core.fact_agreements
),

parties as (
    select * from core.bridge_agreement_parties
),

bridged as (
    select agreement_id, count(*) as bridged_parties from parties
    group by agreement_id
)

select
    agreements.agreement_id,
    agreements.party_count,
    coalesce(bridged.bridged_parties, 0) as bridged_parties,
from agreements
left join bridged on agreements.agreement_id = bridged.agreement_id
where agreements.party_count <> coalesce(bridged.bridged_parties, 0)
