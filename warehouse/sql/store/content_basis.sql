-- A digest over the current versions and their labels. Rejects do not publish and are not in it.

with
    versions as (
        select * from article_versions
    ),

    counted as (
        select
            article_id,
            count(*) as version_count,
        from versions
        group by article_id
    ),

    basis as (
        select
            versions.article_id,
            md5(
                to_json(
                    [
                        versions.content_hash,
                        versions.is_withdrawn::varchar,
                        versions.duplicate_of,
                        versions.origin,
                        versions.url,
                        versions.source,
                        versions.source_article_id,
                        versions.credited_source,
                        versions.byline,
                        versions.language,
                        counted.version_count::varchar,
                    ]
                )::varchar
            ) as digest,
        from versions
        inner join counted using (article_id)
        where versions.is_current
    )

select md5(coalesce(string_agg(article_id || digest, '' order by article_id), '')) from basis
