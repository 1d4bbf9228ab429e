-- Ids that are held no more and the facts that took them over: of each id the last step that it took, followed to its
-- end. A step that leads back to where it came from ends there.
with recursive
    steps as (
        select old_id, new_id, reason, redirected_at from past.main.redirect_steps
        union
        select old_id, new_id, reason, redirected_at from store.main.redirect_steps
    ),

    facts as (
        select agreement_id as fact_id from core.fact_agreements
        union all
        select launch_id from core.fact_launches
        union all
        select cooperation_id from core.fact_cooperations
        union all
        select total_id from core.fact_reported_totals
    ),

    last_steps as (
        select
            old_id,
            arg_max(new_id, (redirected_at, new_id)) as new_id,
            arg_max(reason, (redirected_at, new_id)) as reason,
            max(redirected_at) as redirected_at,
        from steps
        anti join facts on steps.old_id = facts.fact_id
        group by old_id
    ),

    walks as (
        select
            old_id,
            new_id,
            [old_id, new_id] as way,
        from last_steps
        union all
        select
            walks.old_id,
            last_steps.new_id,
            list_append(walks.way, last_steps.new_id),
        from walks
        inner join last_steps on walks.new_id = last_steps.old_id
        where not list_contains(walks.way, last_steps.new_id)
    ),

    ends as (
        select
            walks.old_id,
            walks.new_id,
        from walks
        semi join facts on walks.new_id = facts.fact_id
    )

select
    last_steps.old_id,
    ends.new_id,
    last_steps.reason,
    last_steps.redirected_at,
from last_steps
left join ends using (old_id)
order by last_steps.old_id
