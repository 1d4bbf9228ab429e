-- Rejects are read from the writer's store, attached as `store` while the metrics are built; they are not published.
with
articles as (
    select * from core.dim_articles
    where not is_withdrawn
),

sources as (
    select * from core.dim_sources
),

aliases as (
    select * from core.dim_aliases
    where dimension = 'sources'
),

tellings as (
    select * from shared.tellings
    where not is_withdrawn
),

rejects as (
    select * from store.main.rejects
),

version as (
    select * from metrics.published_version
),

all_names as (
    select source_id, source_name as name from sources
    union all
    select id as source_id, alias as name from aliases
),

names as (
    select lower(name) as name_key, min(source_id) as source_id from all_names
    group by name_key
    having count(distinct source_id) = 1
),

items as (
    select
        source_id,
        cast(date_trunc('month', published_date) as date) as month,
        case
            when duplicate_reason = 'same text' then 'duplicate'
            when language not in ('en', 'eng') then 'other language'
            else 'extracted'
        end as outcome,
    from articles
    union all
    select
        names.source_id,
        cast(date_trunc('month', try_cast(rejects.fields ->> '$.published' as date)) as date) as month,
        'rejected' as outcome,
    from rejects
    left join names on lower(rejects.fields ->> '$.source') = names.name_key
),

counts as (
    select
        source_id,
        month,
        count(*) as seen,
        count_if(outcome = 'extracted') as extracted,
        count_if(outcome = 'rejected') as rejected,
        count_if(outcome = 'duplicate') as duplicates,
        count_if(outcome = 'other language') as other_language,
    from items
    group by source_id, month
),

-- a number is compared sooner than a name
told as (
    select distinct hash(fact_id) as fact, source_id, month from tellings
),

-- facts that one source alone tells, in however many months
lone as (
    select fact from told
    group by fact
    having min(hash(coalesce(source_id, ''))) = max(hash(coalesce(source_id, '')))
),

facts as (
    select
        told.source_id,
        told.month,
        count(*) as facts,
        count(lone.fact) as facts_only_here,
    from told
    left join lone on told.fact = lone.fact
    group by told.source_id, told.month
)

select
    counts.source_id,
    counts.month,
    counts.seen,
    counts.extracted,
    counts.rejected,
    counts.duplicates,
    counts.other_language,
    coalesce(facts.facts, 0) as facts,
    coalesce(facts.facts_only_here, 0) as facts_only_here,
    version.published_at as refreshed_at,
from counts
cross join version
left join facts
    on counts.source_id is not distinct from facts.source_id
    and counts.month is not distinct from facts.month
order by counts.source_id, counts.month
