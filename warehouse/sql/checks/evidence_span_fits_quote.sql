-- A quote is as long as its offsets say.
-- Why: offsets count Unicode code points; counted otherwise they would point beside the words.
-- Table: core.fact_evidence
-- Severity: error
with
evidence as (
    select * from core.fact_evidence
)

select
    fact_id,
    column_name,
    article_id,
    char_start,
    char_end,
    quote,
from evidence
where
    char_start < 0
    or char_end <= char_start
    or char_end - char_start <> length(quote)
