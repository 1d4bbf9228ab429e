with
    claims as (
        select * from quotes.core.claims
    ),

    added as (
        select * from stage.added_claims
    ),

    corrected_cells as (
        select * from stage.corrected_cells
    )

select
    claim_key,
    claim_id,
    article_id,
    rule,
    rules_version,
from claims
semi join added using (claim_key)
union all
select distinct
    claim_key,
    override_id as claim_id,
    null as article_id,
    'override' as rule,
    'override' as rules_version,
from corrected_cells
