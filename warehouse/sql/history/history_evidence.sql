-- The quotes of values that stood in the published version and that the next one tells of their fact no more, under the
-- id that the fact bore. A fact that another took over has lost only what that one does not say. What was told of the
-- facts that ended is in temp table earlier_evidence, what is told of those that hold it now in lasting_evidence.
with
    earlier as (
        select * from earlier_evidence
        where is_chosen
    ),

    redirects as (
        select * from core.id_redirects
    ),

    -- of the facts that hold what these held
    told as (
        select
            fact_id,
            column_name,
            element,
            claimed_value,
        from lasting_evidence
    ),

    stood as (
        select
            earlier.*,
            coalesce(redirects.new_id, earlier.fact_id) as standing_id,
        from earlier
        left join redirects on earlier.fact_id = redirects.old_id
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
