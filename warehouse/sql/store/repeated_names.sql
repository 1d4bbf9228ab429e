-- Names of outlets that bear, or are credited by, one of several standing articles with the same text.

with
    versions as (
        select * from article_versions
        where is_current and not is_withdrawn
    ),

    repeated as (
        select distinct text_hash
        from versions
        where duplicate_of is not null
    ),

    names as (
        select versions.source as name
        from versions
        semi join repeated using (text_hash)
        union
        select versions.credited_source as name
        from versions
        semi join repeated using (text_hash)
    )

select name from names
where name is not null
order by name
