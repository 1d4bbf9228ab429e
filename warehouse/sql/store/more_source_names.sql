-- Every name of an outlet that was known, and those that the current articles in temp table settled_versions bear.

with
    versions as (
        select distinct
            source,
            credited_source,
            is_sample,
        from settled_versions
    ),

    names as (
        select
            name,
            is_sample,
        from source_names
        union
        select
            source,
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
