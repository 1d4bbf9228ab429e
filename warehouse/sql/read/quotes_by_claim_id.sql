with
    evidence as (
        select * from core.fact_evidence
        where claim_id = ?
    )

select
    fact_id,
    column_name,
    element,
    claimed_value,
    quote,
    sentence,
    text_part,
    char_start,
    char_end,
    is_inferred,
    is_chosen,
    rule,
    rules_version,
    claim_id,
    article_id,
from evidence
order by column_name, element, is_chosen desc, is_inferred, article_id, text_part, char_start
