-- party_count of an undertaking is the number of its rows in the bridge.
-- Why: the two are filled apart.
-- Table: core.fact_cooperations
-- Severity: error, blocking
with
cooperations as (
    select * from core.fact_cooperations
),

parties as (
    select * from core.bridge_cooperation_parties
),

bridged as (
    select cooperation_id, count(*) as bridged_parties from parties
    group by cooperation_id
)

select
    cooperations.cooperation_id,
    cooperations.party_count,
    coalesce(bridged.bridged_parties, 0) as bridged_parties,
from cooperations
left join bridged on cooperations.cooperation_id = bridged.cooperation_id
where cooperations.party_count <> coalesce(bridged.bridged_parties, 0)
