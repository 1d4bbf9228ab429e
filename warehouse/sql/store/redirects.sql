-- Where the ids in temp table retired_facts lead by the claims behind them: to the fact that holds the old anchor, else to
-- the one that holds most of the claims. old_members are what the facts that were replaced were made of; of what holds
-- none of their claims any more redirects_of_lost.sql tells.

with
    retired as (
        select fact_id as old_id from retired_facts
    ),

    -- what is left of a retired fact's claims has been told anew with the rest of their blocks
    told_members as (
        select * from new_members
    ),

    anchored as (
        select
            retired.old_id,
            members.fact_id as new_id,
        from retired
        inner join told_members as members on 'clm_' || split_part(retired.old_id, '_', 2) = members.claim_id
    ),

    held as (
        select
            old_members.fact_id as old_id,
            members.fact_id as new_id,
            count(*) as claims,
        from old_members
        semi join retired on old_members.fact_id = retired.old_id
        inner join told_members as members using (claim_id)
        group by all
    ),

    most as (
        select
            old_id,
            arg_max(new_id, (claims, new_id)) as new_id,
            count(*) as parts,
        from held
        group by old_id
    ),

    followed as (
        select
            most.old_id,
            coalesce(anchored.new_id, most.new_id) as new_id,
            case
                when anchored.new_id is null then 'anchor_withdrawn'
                when most.parts > 1 then 'split'
                when anchored.new_id in (select old_members.fact_id from old_members) then 'merge'
                else 'earlier_anchor'
            end as reason,
        from most
        left join anchored using (old_id)
    )

select
    old_id,
    new_id,
    reason,
    $redirected_at as redirected_at,
from followed
order by old_id
