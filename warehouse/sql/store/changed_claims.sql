-- Compares the claims that count of the articles in temp table changed_sources with those behind the facts. Leaves temp
-- tables told_claims (what they claim now) and changed_claims (what is new, is gone, or says something else, and why).

create or replace temp table told_claims as
with
    changed_sources as (
        select * from changed_sources
        where is_speaking
    ),

    versions as (
        select * from article_versions
        semi join changed_sources using (article_id, content_hash)
    ),

    claims as (
        select * from claims
        semi join changed_sources using (article_id, content_hash)
    )

select
    claims.claim_id,
    claims.article_id,
    claims.kind,
    hash(
        claims.cells,
        claims.confidence,
        case when not versions.is_date_doubtful then versions.published end,
        changed_sources.source_tier,
        changed_sources.origin_group
    ) as digest,
from claims
inner join changed_sources using (article_id)
inner join versions using (article_id);

create or replace temp table changed_claims as
with
    told_claims as (
        select * from told_claims
    ),

    changed_sources as (
        select * from changed_sources
    ),

    withdrawn as (
        select article_id from article_versions
        where is_current and is_withdrawn
    ),

    known_claims as (
        select * from resolved_claims
        semi join changed_sources using (article_id)
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
        when not changed_sources.is_speaking and withdrawn.article_id is not null then 'withdrawal'
        when changed_sources.is_only_read_anew then 'rules'
        else 'article'
    end as cause,
from compared
inner join changed_sources using (article_id)
left join withdrawn using (article_id);
