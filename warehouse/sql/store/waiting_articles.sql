-- Current article versions that speak for themselves, are in English or in no language that could be told, and that the
-- current rules have not read.

with
    versions as (
        select * from article_versions
    ),

    read_by_these_rules as (
        select
            article_id,
            content_hash,
        from extractions
        where rules_version = $rules_version
    )

select
    versions.article_id,
    versions.content_hash,
    versions.text,
    versions.title,
    versions.published,
    versions.source,
    versions.url,
    versions.source_article_id,
    versions.byline,
    versions.language,
    versions.credited_source,
    versions.is_date_doubtful,
    versions.origin,
    versions.locator,
from versions
anti join read_by_these_rules using (article_id, content_hash)
where
    versions.is_current
    and not versions.is_withdrawn
    and versions.duplicate_of is null
    and regexp_extract(lower(versions.language), '^[a-z]{2,3}\b') in ('', 'en', 'eng') is distinct from false
order by versions.article_id
