-- Every quote for every cell that an article claims of a fact, under the name of the published column that the cell
-- goes into; of a date that depends on whether the claim tells of a plan, of the event or of an end.
with
    fact_claims as (
        select * from stage.fact_claims
    ),

    claim_cells as (
        select * from store.claim_cells
    ),

    chosen_values as (
        select * from store.chosen_values
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
    )

select
    fact_claims.kind as fact_type,
    fact_claims.fact_id,
    case
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
    chosen_values.claim_id is not null as is_chosen,
from fact_claims
inner join claim_cells using (claim_id, content_hash)
left join chosen_values
    on
        claim_cells.claim_id = chosen_values.claim_id
        and claim_cells.column_name = chosen_values.column_name
        and claim_cells.element = chosen_values.element
left join published_columns
    on
        fact_claims.kind = published_columns.kind
        and claim_cells.column_name = published_columns.field
order by
    fact_claims.fact_id,
    column_name,
    element,
    fact_claims.claim_id,
    claim_cells.text_part,
    claim_cells.char_start,
    claim_cells.char_end
