-- Every name of an outlet that a current article bears, the sample's apart.

with
    versions as (
        select distinct
            source,
            credited_source,
            origin = 'sample' as is_sample,
        from article_versions
        where is_current
    ),

    names as (
        select
            source as name,
            is_sample,
        from versions
        union
        select
            credited_source,
            is_sample,
        from versions
    )

select
    name,
    is_sample,
from names
where name is not null
order by name, is_sample
