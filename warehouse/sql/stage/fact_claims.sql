-- One row per fact that is written anew and claim that tells of it, with where the claim comes from; and in three words
-- what it tells, of an agreement or undertaking its kind, day of signing and supplier, of a launch rocket, day and site.
-- Each quote of such a cell supports the claim's one value, so that none of them need be read. Articles and
-- origins are numbers here, which are compared and copied sooner than names.

with
    members as (
        select * from stage.standing_members
    ),

    facts as (
        select * from stage.standing_facts
        semi join stage.told_facts using (fact_id)
    ),

    claims as (
        select * from store.claims
    ),

    article_sources as (
        select
            *,
            rowid as article,
        from store.article_sources
        where is_speaking
    ),

    read as (
        select
            facts.fact_id,
            facts.kind,
            claims.claim_key,
            claims.claim_id,
            -- at once, so that the JSON is read once
            json_transform(claims.cells, '{
                "status": "VARCHAR",
                "type": "VARCHAR",
                "vehicle": "VARCHAR",
                "signed": "VARCHAR",
                "date": "VARCHAR",
                "supplier": "VARCHAR",
                "site": "VARCHAR"
            }') as cells,
            article_sources.article,
            -- who tells a total, and that alone, is published by name
            if(facts.kind = 'total', claims.article_id, null) as total_article_id,
            hash(article_sources.origin_group) as origin,
            coalesce(article_sources.credited_source_id, article_sources.source_id) as speaking_source_id,
            article_sources.is_sample,
            exact_day(article_sources.published) as published_date,
            coalesce(members.is_first_plan, false) as is_first_plan,
        from members
        inner join facts using (fact_id)
        inner join claims using (claim_id)
        inner join article_sources using (article_id, content_hash)
    )

select
    * exclude (cells),
    cells.status as claimed_status,
    coalesce(cells.type, cells.vehicle) as claimed_what,
    coalesce(cells.signed, cells.date) as claimed_day,
    coalesce(cells.supplier, cells.site) as claimed_by,
from read
