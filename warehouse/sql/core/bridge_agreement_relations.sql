select
    from_id,
    to_id,
    relation,
    claim_id,
from stage.agreement_relations
order by from_id, to_id, relation
