-- Compares the claims that count of the articles in temp table changed_sources with those behind the facts. Leaves temp
-- tables told_claims (what they claim now) and changed_claims (what is new, is gone, or says something else, and why).
-- told_now is what these articles claim, whether it counts or not: all claims, or a copy of those few.

create or replace temp table told_claims as
with
    changed_sources as (
        select * from changed_sources
        where is_speaking
    ),

    claims as (
        select * from told_now
    )

select
    claims.claim_id,
    claims.article_id,
    claims.kind,
    hash(
        claims.cells,
        claims.confidence,
        changed_sources.published,
        changed_sources.source_tier,
        changed_sources.origin_group
    ) as digest,
    changed_sources.published,
    changed_sources.source_tier,
    changed_sources.origin_group,
    claims.place,
from claims
inner join changed_sources using (article_id, content_hash);

create or replace temp table known_places as
select resolved_claims.rowid as place
from resolved_claims
semi join (select article_id from changed_sources where is_known) using (article_id);

create or replace temp table changed_claims as
with
    told_claims as (
        select * from told_claims
    ),

    changed_sources as (
        select * from changed_sources
    ),

    known_claims as (
        select
            claim_id,
            article_id,
            digest,
            block,
        from resolved_claims
        where rowid in (select known_places.place from known_places)
    ),

    compared as (
        select
            coalesce(told_claims.claim_id, known_claims.claim_id) as claim_id,
            coalesce(told_claims.article_id, known_claims.article_id) as article_id,
            told_claims.claim_id is not null as is_told,
            known_claims.block,
        from told_claims
        full join known_claims using (claim_id)
        where told_claims.digest is distinct from known_claims.digest
    )

select
    compared.claim_id,
    compared.article_id,
    compared.is_told,
    compared.block,
    case
        when changed_sources.is_withdrawn then 'withdrawal'
        when changed_sources.is_only_read_anew then 'rules'
        else 'article'
    end as cause,
from compared
inner join changed_sources using (article_id);
