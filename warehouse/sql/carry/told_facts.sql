-- Facts whose quotes may be others than in the version that is carried on: what changed since, and all that people
-- correct or did correct, whose reasons are quoted.
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

    published as (
        select * from core.fact_evidence
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
