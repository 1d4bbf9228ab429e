-- Facts of which the version that is carried on may not tell: what changed since; all that people correct or did
-- correct, whose reasons are quoted; and what articles tell whose text other outlets repeat now, or no longer do.
with
    changed as (
        select * from store.changed_evidence
    ),

    curated_touched as (
        select * from store.curated_touched
    ),

    curated as (
        select * from store.curated_facts
    ),

    corrections as (
        select * from store.corrections
    ),

    published_claims as (
        select * from published.core.claims
    ),

    published as not materialized (
        select
            fact_claims.fact_id,
            claims.article_id,
            claims.rule,
        from published.core.bridge_fact_claims as fact_claims
        inner join published_claims as claims using (claim_key)
    ),

    articles as (
        select * from core.dim_articles
        where duplicate_reason = 'same text'
    ),

    published_articles as (
        select * from published.core.dim_articles
        where duplicate_reason = 'same text'
    ),

    copies as (
        select
            duplicate_of as article_id,
            source_id,
            credited_source_id,
            published_date,
            is_date_doubtful,
            is_withdrawn,
        from articles
    ),

    published_copies as (
        select
            duplicate_of as article_id,
            source_id,
            credited_source_id,
            published_date,
            is_date_doubtful,
            is_withdrawn,
        from published_articles
    ),

    copied as (
        (select * from copies except select * from published_copies)
        union
        (select * from published_copies except select * from copies)
    )

select fact_id from changed
union
select fact_id from curated_touched
union
select fact_id from curated
union
select fact_id from corrections
union
select fact_id from published
where rule = 'override'
union
select fact_id from published
where article_id in (select copied.article_id from copied)
