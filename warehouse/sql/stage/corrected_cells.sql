-- One row per cell that a person wrote of a fact that stands, in their words; the corrections of one fact by one entry
-- bear one number.
with
    corrections as (
        select * from store.corrections
    ),

    overrides as (
        select * from store.overrides
        where status = 'applied'
        qualify row_number() over (partition by override_id order by file_name, entry_number) = 1
    ),

    facts as (
        select * from stage.standing_facts
        semi join stage.told_facts using (fact_id)
    )

select
    md5_number_lower(concat(corrections.override_id, corrections.fact_id)) as claim_key,
    facts.kind as fact_type,
    corrections.fact_id,
    corrections.override_id,
    corrections.column_name,
    corrections.element,
    corrections.value as claimed_value,
    concat(
        overrides.author, ', ', overrides.made_date, ': ', overrides.reason, ' (' || overrides.source || ')'
    ) as quote,
from corrections
inner join facts using (fact_id)
inner join overrides using (override_id)
