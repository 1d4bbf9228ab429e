-- Steps of ids that corrections retire, where the last step is another: of those that they merge away, and of those that
-- they had made and make no more (temp tables left_facts, left_members), to the fact that holds their claims now. A step
-- that was noted keeps its time, and stays when the correction is gone.
with
    left_facts as (
        select * from left_facts
    ),

    left_members as (
        select * from left_members
    ),

    curated as (
        select * from curated_facts
    ),

    merged as (
        select
            old_id,
            new_id,
        from curated_redirects
    ),

    standing as (
        select resolved_facts.fact_id
        from resolved_facts
        semi join left_facts using (fact_id)
        anti join curated using (fact_id)
        union all
        select fact_id from curated
        where is_standing
    ),

    retired as (
        select left_facts.fact_id as old_id
        from left_facts
        anti join standing using (fact_id)
        anti join merged on left_facts.fact_id = merged.old_id
    ),

    members as (
        select
            fact_members.claim_id,
            fact_members.fact_id,
        from fact_members
        semi join left_members using (claim_id)
        anti join curated using (fact_id)
        union all
        select
            claim_id,
            fact_id,
        from curated_members
    ),

    followed as (
        select
            retired.old_id,
            members.fact_id as new_id,
            count(*) as claims,
            bool_or('clm_' || split_part(retired.old_id, '_', 2) = members.claim_id) as has_anchor,
        from retired
        inner join left_members on retired.old_id = left_members.fact_id
        inner join members on left_members.claim_id = members.claim_id
        group by retired.old_id, members.fact_id
    ),

    ways as (
        select * from merged
        union all
        select
            old_id,
            arg_max(new_id, (has_anchor, claims, new_id)) as new_id,
        from followed
        group by old_id
    ),

    last_steps as (
        select
            redirect_steps.old_id,
            arg_max(redirect_steps.new_id, (redirect_steps.redirected_at, redirect_steps.new_id)) as new_id,
        from redirect_steps
        semi join ways using (old_id)
        group by redirect_steps.old_id
    )

select
    ways.old_id,
    ways.new_id,
    'override' as reason,
    $redirected_at as redirected_at,
from ways
left join last_steps using (old_id)
where ways.new_id is distinct from last_steps.new_id
order by ways.old_id
