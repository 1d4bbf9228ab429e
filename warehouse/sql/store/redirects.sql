-- Where the ids in temp table retired_facts lead: to the fact that holds the old anchor, else to the one that holds most
-- of the claims, else to the one whose claims say the same at another place of the same article, else to the one that the
-- same words of the same text make where another article speaks for it now, else to the only one of its kind that is
-- left in it. old_members and old_claims are what the facts that were replaced were made of.

with
    retired as (
        select fact_id as old_id from retired_facts
    ),

    members as (
        select * from fact_members
    ),

    -- what is left of a retired fact's claims has been told anew with the rest of their blocks
    told_members as (
        select * from new_members
    ),

    claims as (
        select * from resolved_claims
    ),

    retired_claims as (
        select
            old_members.fact_id as old_id,
            old_claims.*,
        from old_members
        inner join old_claims using (claim_id)
        semi join retired on old_members.fact_id = retired.old_id
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
            retired_claims.old_id,
            members.fact_id as new_id,
            count(*) as claims,
        from retired_claims
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

    unfollowed as (
        select * from retired_claims
        anti join most using (old_id)
    ),

    new_claims as (
        select
            claims.article_id,
            claims.kind,
            claims.digest,
            members.fact_id as new_id,
        from claims
        semi join unfollowed on claims.article_id = unfollowed.article_id
        anti join old_claims on claims.claim_id = old_claims.claim_id
        inner join members on claims.claim_id = members.claim_id
    ),

    same as (
        select
            unfollowed.old_id,
            new_claims.new_id,
            count(*) as claims,
        from unfollowed
        inner join new_claims using (article_id, kind, digest)
        group by all
    ),

    moved as (
        select
            old_id,
            arg_max(new_id, (claims, new_id)) as new_id,
        from same
        group by old_id
    ),

    lone_old as (
        select
            article_id,
            kind,
            any_value(old_id) as old_id,
        from unfollowed
        anti join moved using (old_id)
        group by article_id, kind
        having count(distinct old_id) = 1
    ),

    lone_new as (
        select
            article_id,
            kind,
            any_value(new_id) as new_id,
        from new_claims
        where new_id not in (select moved.new_id from moved)
        group by article_id, kind
        having count(distinct new_id) = 1
    ),

    lone as (
        select
            lone_old.old_id,
            min(lone_new.new_id) as new_id,
        from lone_old
        inner join lone_new using (article_id, kind)
        where lone_old.kind <> 'total'
        group by lone_old.old_id
    ),

    speakers as (
        select
            silent.article_id,
            speaking.article_id as speaker_id,
        from article_versions as silent
        inner join article_versions as speaking
            on
                silent.text_hash = speaking.text_hash
                and silent.article_id <> speaking.article_id
                and speaking.is_current
                and not speaking.is_withdrawn
                and speaking.duplicate_of is null
        where silent.article_id in (select unfollowed.article_id from unfollowed)
    ),

    said as (
        select
            claim_id,
            article_id,
            kind,
            anchor_part,
            anchor_start,
        from main.claims
        where
            article_id in (select speakers.article_id from speakers)
            or article_id in (select speakers.speaker_id from speakers)
    ),

    taken as (
        select
            retired.old_id,
            min(members.fact_id) as new_id,
        from retired
        inner join said as anchors on 'clm_' || split_part(retired.old_id, '_', 2) = anchors.claim_id
        inner join speakers on anchors.article_id = speakers.article_id
        inner join said as repeated
            on
                speakers.speaker_id = repeated.article_id
                and anchors.kind = repeated.kind
                and anchors.anchor_part = repeated.anchor_part
                and anchors.anchor_start = repeated.anchor_start
        inner join members on repeated.claim_id = members.claim_id
        group by retired.old_id
    ),

    followed as (
        select
            retired.old_id,
            coalesce(anchored.new_id, most.new_id, moved.new_id, taken.new_id, lone.new_id) as new_id,
            case
                when anchored.new_id is null and most.new_id is null then 'anchor_moved'
                when anchored.new_id is null then 'anchor_withdrawn'
                when most.parts > 1 then 'split'
                when anchored.new_id in (select old_members.fact_id from old_members) then 'merge'
                else 'earlier_anchor'
            end as reason,
        from retired
        left join anchored using (old_id)
        left join most using (old_id)
        left join moved using (old_id)
        left join taken using (old_id)
        left join lone using (old_id)
    )

select
    old_id,
    new_id,
    reason,
    $redirected_at as redirected_at,
from followed
where new_id is not null
order by old_id
