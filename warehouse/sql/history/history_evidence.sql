-- The quotes of values that stood in the published version and that the next one tells of their fact no more, under the
-- id that the fact bore. A fact that another took over has lost only what that one does not say.
with
    earlier as (
        select * from earlier_evidence
        where is_chosen
    ),

    ended as (
        select fact_id from ended_facts
    ),

    redirects as (
        select * from core.id_redirects
    ),

    evidence as (
        select
            fact_id,
            column_name,
            element,
            claimed_value,
        from core.fact_evidence
    ),

    stood as (
        select
            earlier.*,
            coalesce(redirects.new_id, earlier.fact_id) as standing_id,
        from earlier
        semi join ended using (fact_id)
        left join redirects on earlier.fact_id = redirects.old_id
    ),

    -- of the facts in question alone: there is far more evidence than was lost
    told as materialized (
        select evidence.*
        from evidence
        semi join stood on evidence.fact_id = stood.standing_id
    )

select
    stood.* exclude (standing_id, is_chosen),
    $at::timestamp as known_to,
from stood
anti join told
    on
        stood.standing_id = told.fact_id
        and stood.column_name = told.column_name
        and stood.element is not distinct from told.element
        and stood.claimed_value is not distinct from told.claimed_value
order by
    stood.fact_id,
    stood.column_name,
    stood.element,
    stood.claim_id,
    stood.text_part,
    stood.char_start,
    stood.char_end
