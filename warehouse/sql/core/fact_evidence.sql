-- Every quote for every cell that an article claims of a fact, under the name of the published column that the cell
-- goes into; of a date that depends on whether the claim tells of a plan, of the event or of an end. A first planned day
-- has its words beside those of the latest. What a person wrote is quoted from the reason that they gave.
with
    fact_claims as (
        select * from stage.fact_claims
    ),

    claim_cells as (
        select * from stage.told_cells
    ),

    chosen_values as not materialized (
        select * from stage.told_choices
    ),

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
    ),

    published_columns as (
        select
            kind,
            field,
            published_column,
        from (
            values
            ('agreement', 'parties', 'party_code'),
            ('agreement', 'type', 'agreement_type'),
            ('agreement', 'organizations', 'organization_id'),
            ('agreement', 'instrument', 'instrument_id'),
            ('launch', 'vehicle', 'vehicle_id'),
            ('launch', 'payloads', 'spacecraft_id'),
            ('launch', 'site', 'launch_site_id'),
            ('launch', 'customers', 'party_code'),
            ('launch', 'organizations', 'organization_id'),
            ('cooperation', 'parties', 'party_code'),
            ('cooperation', 'type', 'cooperation_type'),
            ('cooperation', 'start', 'start_from'),
            ('cooperation', 'organizations', 'organization_id'),
            ('total', 'of', 'party_code'),
            ('total', 'as_of', 'as_of_date'),
            ('total', 'statement', 'statement_id')
        ) as columns (kind, field, published_column)
    ),

    first_plans as (
        select claim_id from chosen_values
        where column_name = 'planned_first'
    ),

    -- a telling of the first plan is quoted once for each of the two
    quoted_for as (
        select
            *,
            false as is_first_plan,
        from fact_claims
        union all
        select
            *,
            true as is_first_plan,
        from fact_claims
        semi join first_plans using (claim_id)
        where claimed_status = 'planned'
    ),

    claimed as (
        select
            fact_claims.kind as fact_type,
            fact_claims.fact_id,
            case
                when fact_claims.is_first_plan then 'planned_date_first'
                when claim_cells.column_name = 'signed' and fact_claims.claimed_status = 'planned' then 'planned_date'
                when claim_cells.column_name = 'signed' and fact_claims.claimed_status = 'ended' then 'ended_date'
                when claim_cells.column_name = 'signed' then 'signed_date'
                when claim_cells.column_name = 'date' and fact_claims.claimed_status = 'planned' then 'planned_date_latest'
                when claim_cells.column_name = 'date' then 'flown_date'
                else coalesce(published_columns.published_column, claim_cells.column_name)
            end as column_name,
            nullif(claim_cells.element, '') as element,
            claim_cells.claimed_value,
            fact_claims.claim_id,
            fact_claims.article_id,
            claim_cells.text_part,
            claim_cells.char_start,
            claim_cells.char_end,
            claim_cells.quote,
            claim_cells.sentence,
            claim_cells.is_inferred,
            fact_claims.rule,
            fact_claims.rules_version,
            fact_claims.is_first_plan or chosen_values.claim_id is not null as is_chosen,
        from claim_cells
        inner join quoted_for as fact_claims
            on
                claim_cells.claim_id = fact_claims.claim_id
                and claim_cells.content_hash = fact_claims.content_hash
                and (not fact_claims.is_first_plan or claim_cells.column_name = 'date')
        left join chosen_values
            on
                claim_cells.claim_id = chosen_values.claim_id
                and claim_cells.column_name = chosen_values.column_name
                and claim_cells.element = chosen_values.element
        left join published_columns
            on
                fact_claims.kind = published_columns.kind
                and claim_cells.column_name = published_columns.field
    ),

    written as (
        select
            facts.kind as fact_type,
            corrections.fact_id,
            corrections.column_name,
            nullif(corrections.element, '') as element,
            corrections.value as claimed_value,
            corrections.override_id as claim_id,
            null as article_id,
            'override' as text_part,
            0 as char_start,
            concat(
                overrides.author, ', ', overrides.made_date, ': ', overrides.reason, ' (' || overrides.source || ')'
            ) as quote,
            length(quote)::integer as char_end,
            quote as sentence,
            false as is_inferred,
            'override' as rule,
            'override' as rules_version,
            true as is_chosen,
        from corrections
        inner join facts using (fact_id)
        inner join overrides using (override_id)
    ),

    together as (
        select * from claimed
        union all by name
        select * from written
    )

select
    fact_type,
    fact_id,
    column_name,
    element,
    claimed_value,
    claim_id,
    article_id,
    text_part,
    char_start,
    char_end,
    quote,
    sentence,
    is_inferred,
    rule,
    rules_version,
    is_chosen,
from together
order by
    fact_id,
    column_name,
    element,
    claim_id,
    text_part,
    char_start,
    char_end
