-- No agreement is signed later than an article tells that it was.
-- Why: a date after the report is a misread year or a planned signing taken for a done one; three days allow for zones
-- and printing.
-- Table: core.fact_agreements
-- Severity: warn
with
agreements as (
    select * from core.fact_agreements
),

evidence as (
    select * from core.fact_evidence
    where fact_type = 'agreement' and column_name = 'status' and claimed_value = 'signed'
),

articles as (
    select * from core.dim_articles
),

told as (
    select
        evidence.fact_id,
        min(articles.published_date) as first_told_date,
    from evidence
    inner join articles on evidence.article_id = articles.article_id
    group by evidence.fact_id
)

select
    agreements.agreement_id,
    agreements.signed_from,
    told.first_told_date,
from agreements
inner join told on agreements.agreement_id = told.fact_id
where
    agreements.status = 'signed'
    and agreements.signed_from > told.first_told_date + interval 3 day
