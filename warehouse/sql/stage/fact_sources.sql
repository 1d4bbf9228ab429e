-- One row per fact: who tells of it, and since when.

with
    fact_claims as (
        select * from stage.fact_claims
    ),

    versions as (
        select * from store.article_versions
        where is_current
    ),

    outlets as (
        select * from lexicon.outlets
    )

select
    fact_claims.fact_id,
    min(fact_claims.article_id) as article_id,
    count(distinct fact_claims.article_id)::integer as article_count,
    count(distinct fact_claims.origin_group)::integer as source_count,
    bool_and(coalesce(outlets.ownership in ('state', 'party', 'military'), false)) as only_state_media,
    bool_and(fact_claims.is_sample) as is_sample_only,
    min(exact_day(versions.published)) filter (where not versions.is_date_doubtful) as first_reported_date,
from fact_claims
inner join versions using (article_id, content_hash)
left join outlets on fact_claims.speaking_source_id = outlets.source_id
group by fact_claims.fact_id
