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
        select
            *,
            rowid as article,
        from store.article_sources
    ),

    outlets as (
        select * from lexicon.outlets
        where speaks_for_state(ownership)
    ),

    repeated as (
        select * from stage.repeated_texts
    ),

    state_owned as (
        select
            article_sources.article,
            versions.duplicate_of,
        from versions
        inner join article_sources using (article_id, content_hash)
        inner join outlets on coalesce(article_sources.credited_source_id, article_sources.source_id) = outlets.source_id
        where not versions.is_withdrawn
    ),

    state_media as (
        select article from state_owned
        where duplicate_of is null
        union
        select article_sources.article from state_owned
        inner join article_sources on state_owned.duplicate_of = article_sources.article_id
    ),

    told as (
        select
            fact_claims.fact_id,
            min(fact_claims.total_article_id) as article_id,
            count(distinct fact_claims.article)::integer as article_count,
            count(distinct fact_claims.origin)::integer as source_count,
            bool_and(state_media.article is not null) as only_state_media,
            bool_and(fact_claims.is_sample) as is_sample_only,
            min(least(fact_claims.published_date, repeated.published_date)) as first_reported_date,
        from fact_claims
        left join repeated using (article)
        left join state_media using (article)
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
