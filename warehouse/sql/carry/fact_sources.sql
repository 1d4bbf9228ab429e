-- One row per fact: who tells of it, and since when; of facts that stay as they were, as the published version says.
with
    agreements as (
        select * from published.core.fact_agreements
    ),

    launches as (
        select * from published.core.fact_launches
    ),

    cooperations as (
        select * from published.core.fact_cooperations
    ),

    totals as (
        select * from published.core.fact_reported_totals
    ),

    told_facts as (
        select * from stage.told_facts
    ),

    told_sources as (
        select * from stage.told_sources
    ),

    held as (
        select
            agreement_id as fact_id,
            article_count,
            source_count,
            only_state_media,
            is_sample_only,
            first_reported_date,
        from agreements
        union all by name
        select
            launch_id as fact_id,
            article_count,
            source_count,
            is_sample_only,
            first_reported_date,
        from launches
        union all by name
        select
            cooperation_id as fact_id,
            article_count,
            source_count,
            only_state_media,
            is_sample_only,
            first_reported_date,
        from cooperations
        union all by name
        select
            total_id as fact_id,
            article_id,
            is_sample_only,
            first_reported_date,
        from totals
    )

select * from held
anti join told_facts using (fact_id)
union all by name
select * from told_sources
