-- An undertaking has two parties or more.
-- Why: an undertaking of one code is no cooperation, or one of its parties was not recognised.
-- Table: core.fact_cooperations
-- Severity: error
with
cooperations as (
    select * from core.fact_cooperations
)

select
    cooperation_id,
    cooperation_type,
    party_count,
from cooperations
where party_count < 2
