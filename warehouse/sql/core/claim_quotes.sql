-- What a person wrote is quoted from the reason that they gave.
with
    quotes as (
        select * from quotes.core.claim_quotes
    ),

    added as (
        select * from stage.added_claims
    ),

    corrected_cells as (
        select * from stage.corrected_cells
    )

select
    claim_key,
    column_name,
    element,
    claimed_value,
    text_part,
    char_start,
    char_end,
    quote,
    sentence,
    is_inferred,
from quotes
semi join added using (claim_key)
union all
select
    claim_key,
    column_name,
    element,
    claimed_value,
    'override' as text_part,
    0 as char_start,
    length(quote)::integer as char_end,
    quote,
    quote as sentence,
    false as is_inferred,
from corrected_cells
