-- Where the current version of each article comes from, and which independent source it counts as.

with
    versions as (
        select * from article_versions
        where is_current
    ),

    source_names as (
        select * from source_names
    ),

    named as (
        select
            versions.article_id,
            versions.content_hash,
            outlets.source_id,
            wires.source_id as credited_source_id,
            coalesce(outlets.source_tier, 4) as source_tier,
            versions.origin = 'sample' as is_sample,
            not versions.is_withdrawn and versions.duplicate_of is null as is_speaking,
        from versions
        left join source_names as outlets
            on
                versions.source = outlets.name
                and (versions.origin = 'sample') = outlets.is_sample
        left join source_names as wires
            on
                versions.credited_source = wires.name
                and (versions.origin = 'sample') = wires.is_sample
    )

select
    article_id,
    content_hash,
    source_id,
    credited_source_id,
    coalesce(credited_source_id, source_id, 'unknown') as origin_group,
    source_tier,
    is_sample,
    is_speaking,
from named
order by article_id
