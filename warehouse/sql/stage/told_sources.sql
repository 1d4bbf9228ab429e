-- One row per fact that is written anew: who tells of it, and since when. A text is state media's where any copy of it,
-- the speaking one or another, is or credits an outlet that a state owns: a private site that carries a wire does not
-- make it free. It was told on the first day on which any copy of it was. A fact that a person added has no article.
with
    facts as (
        select * from stage.standing_facts
        semi join stage.told_facts using (fact_id)
    ),

    fact_claims as (
        select * from stage.fact_claims
    ),

    versions as (
        select * from store.article_versions
        where is_current
    ),

    article_sources as (
        select * from store.article_sources
    ),

    outlets as (
        select * from lexicon.outlets
        where speaks_for_state(ownership)
    ),

    -- articles that repeat another to the letter
    repeating as (
        select * from core.dim_articles
        where duplicate_reason = 'same text' and not is_withdrawn and not is_date_doubtful
    ),

    state_media as (
        select distinct coalesce(versions.duplicate_of, versions.article_id) as article_id
        from versions
        inner join article_sources using (article_id, content_hash)
        inner join outlets on coalesce(article_sources.credited_source_id, article_sources.source_id) = outlets.source_id
        where not versions.is_withdrawn
    ),

    repeated as (
        select
            duplicate_of as article_id,
            min(published_date) as published_date,
        from repeating
        group by duplicate_of
    ),

    -- numbers are told apart sooner than names; who tells a total, and that alone, is published by name
    told as (
        select
            fact_claims.fact_id,
            min(fact_claims.article_id) filter (fact_claims.kind = 'total') as article_id,
            count(distinct hash(fact_claims.article_id))::integer as article_count,
            count(distinct hash(fact_claims.origin_group))::integer as source_count,
            bool_and(state_media.article_id is not null) as only_state_media,
            bool_and(fact_claims.is_sample) as is_sample_only,
            min(least(exact_day(fact_claims.published), repeated.published_date)) as first_reported_date,
        from fact_claims
        left join repeated using (article_id)
        left join state_media using (article_id)
        group by fact_claims.fact_id
    )

select
    facts.fact_id,
    told.article_id,
    coalesce(told.article_count, 0) as article_count,
    coalesce(told.source_count, 0) as source_count,
    coalesce(told.only_state_media, false) as only_state_media,
    coalesce(told.is_sample_only, false) as is_sample_only,
    told.first_reported_date,
from facts
left join told using (fact_id)
