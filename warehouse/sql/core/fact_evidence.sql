-- Every quote for every cell that an article claims of a fact, under the name of the published column that the cell
-- goes into. A first planned day has its words beside those of the latest.
with
    fact_claims as (
        select * from core.bridge_fact_claims
    ),

    claims as (
        select * from core.claims
    ),

    quotes as (
        select * from core.claim_quotes
    ),

    latest_plans as (
        select * from core.claim_quotes
        where column_name = 'planned_date_latest'
    ),

    first_plans as (
        select * from core.bridge_fact_claims
        where is_first_plan
    ),

    -- apart: what is named twice would be read whole
    planning_claims as (
        select * from core.claims
    )

select
    fact_claims.fact_type,
    fact_claims.fact_id,
    quotes.column_name,
    nullif(quotes.element, '') as element,
    quotes.claimed_value,
    claims.claim_id,
    claims.article_id,
    quotes.text_part,
    quotes.char_start,
    quotes.char_end,
    quotes.quote,
    quotes.sentence,
    quotes.is_inferred,
    claims.rule,
    claims.rules_version,
    fact_claims.unchosen is null
    or not list_contains(fact_claims.unchosen, concat(quotes.column_name, ':', quotes.element)) as is_chosen,
from fact_claims
inner join claims using (claim_key)
inner join quotes using (claim_key)
union all
select
    first_plans.fact_type,
    first_plans.fact_id,
    'planned_date_first' as column_name,
    nullif(latest_plans.element, '') as element,
    latest_plans.claimed_value,
    planning_claims.claim_id,
    planning_claims.article_id,
    latest_plans.text_part,
    latest_plans.char_start,
    latest_plans.char_end,
    latest_plans.quote,
    latest_plans.sentence,
    latest_plans.is_inferred,
    planning_claims.rule,
    planning_claims.rules_version,
    true as is_chosen,
from first_plans
inner join planning_claims using (claim_key)
inner join latest_plans using (claim_key)
