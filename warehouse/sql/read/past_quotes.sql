-- The words behind what a fact held once, under the id that it bears and under those that it took over, or of a claim
-- that is gone, latest first.
with
    evidence as (
        select * from core.history_evidence
    ),

    redirects as (
        select * from core.id_redirects
    ),

    ids as (
        select $wanted as fact_id
        union
        select old_id from redirects
        where new_id = $wanted
    )

select
    evidence.known_to,
    evidence.fact_id,
    evidence.column_name,
    evidence.element,
    evidence.claimed_value,
    evidence.quote,
    evidence.sentence,
    evidence.rule,
    evidence.claim_id,
    evidence.article_id,
from evidence
where evidence.fact_id in (select ids.fact_id from ids) or evidence.claim_id = $wanted
order by
    evidence.known_to desc,
    evidence.fact_id,
    evidence.text_part desc,
    evidence.article_id,
    evidence.char_start,
    evidence.column_name,
    evidence.element,
    evidence.claim_id
