-- A satellite export names who supplies and who buys.
-- Why: without both it is no line of satellite_exports.
-- Table: core.bridge_cooperation_parties
-- Severity: warn
with
exports as (
    select * from core.fact_cooperations
    where cooperation_type = 'satellite_export'
),

parties as (
    select * from core.bridge_cooperation_parties
),

sides as (
    select
        exports.cooperation_id,
        exports.subject,
        count_if(parties.role = 'supplier') as suppliers,
        count_if(parties.role = 'customer') as customers,
    from exports
    left join parties on exports.cooperation_id = parties.cooperation_id
    group by exports.cooperation_id, exports.subject
)

select
    cooperation_id,
    subject,
    suppliers,
    customers,
from sides
where suppliers = 0 or customers = 0
