-- Where the ids in temp table lost_facts lead, none of whose claims counts any more: to the fact whose claims say the same
-- at another place of the same article, else to the one that the same words of the same text make where another article
-- speaks for it now, else to the only one of its kind that is left in it. old_members and old_claims are what the facts
-- that were replaced were made of.

with
    lost as (
        select fact_id as old_id from lost_facts
    ),

    members as (
        select * from fact_members
    ),

    claims as (
        select * from resolved_claims
    ),

    unfollowed as (
        select
            old_members.fact_id as old_id,
            old_claims.*,
        from old_members
        inner join old_claims using (claim_id)
        semi join lost on old_members.fact_id = lost.old_id
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
            lost.old_id,
            min(members.fact_id) as new_id,
        from lost
        inner join said as anchors on 'clm_' || split_part(lost.old_id, '_', 2) = anchors.claim_id
        inner join speakers on anchors.article_id = speakers.article_id
        inner join said as repeated
            on
                speakers.speaker_id = repeated.article_id
                and anchors.kind = repeated.kind
                and anchors.anchor_part = repeated.anchor_part
                and anchors.anchor_start = repeated.anchor_start
        inner join members on repeated.claim_id = members.claim_id
        group by lost.old_id
    ),

    followed as (
        select
            lost.old_id,
            coalesce(moved.new_id, taken.new_id, lone.new_id) as new_id,
        from lost
        left join moved using (old_id)
        left join taken using (old_id)
        left join lone using (old_id)
    )

select
    old_id,
    new_id,
    'anchor_moved' as reason,
    $redirected_at as redirected_at,
from followed
where new_id is not null
order by old_id
