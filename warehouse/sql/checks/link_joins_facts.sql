-- Both ends of a link are facts of the kind that it says.
-- Why: a reader follows the link to count an affair once.
-- Table: core.bridge_fact_links
-- Severity: error, blocking
with
links as (
    select * from core.bridge_fact_links
),

facts as (
    select 'agreement' as fact_type, agreement_id as fact_id from core.fact_agreements
    union all
    select 'launch' as fact_type, launch_id as fact_id from core.fact_launches
    union all
    select 'cooperation' as fact_type, cooperation_id as fact_id from core.fact_cooperations
),

ends as (
    select from_type as fact_type, from_id as fact_id, relation from links
    union all
    select to_type, to_id, relation from links
)

select
    ends.fact_type,
    ends.fact_id,
    ends.relation,
from ends
anti join facts using (fact_type, fact_id)
