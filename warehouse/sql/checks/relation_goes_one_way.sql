-- No agreement stands to itself, and no two stand to each other in the same way.
-- Why: what renews or supersedes another must come after it.
-- Table: core.bridge_agreement_relations
-- Severity: error, blocking
with
relations as (
    select * from core.bridge_agreement_relations
)

select
    relations.from_id,
    relations.to_id,
    relations.relation,
from relations
left join relations as back
    on relations.from_id = back.to_id and relations.to_id = back.from_id and relations.relation = back.relation
where relations.from_id = relations.to_id or back.from_id is not null
