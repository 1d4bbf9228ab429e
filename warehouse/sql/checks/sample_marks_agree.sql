-- A fact is marked as the sample's own where no real article tells of it.
-- Why: the mark decides whether it stays in the metrics once a real source is configured.
-- Table: core.fact_evidence
-- Severity: error
with
fact_claims as (
    select * from core.bridge_fact_claims
),

claims as (
    select * from core.claims
),

articles as (
    select * from core.dim_articles
),

facts as (
    select agreement_id as fact_id, is_sample_only from core.fact_agreements
    union all
    select launch_id as fact_id, is_sample_only from core.fact_launches
    union all
    select cooperation_id as fact_id, is_sample_only from core.fact_cooperations
    union all
    select total_id as fact_id, is_sample_only from core.fact_reported_totals
),

tellings as (
    select distinct
        fact_claims.fact_id,
        claims.article_id,
    from fact_claims
    inner join claims using (claim_key)
),

told as (
    select
        tellings.fact_id,
        bool_and(articles.is_sample) as is_sample_only,
    from tellings
    inner join articles on tellings.article_id = articles.article_id
    group by tellings.fact_id
)

select
    facts.fact_id,
    facts.is_sample_only,
    told.is_sample_only as is_told_by_sample_only,
from facts
inner join told on facts.fact_id = told.fact_id
where facts.is_sample_only <> told.is_sample_only
