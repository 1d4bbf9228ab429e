-- article_count is the number of articles behind a fact, and source_count lies between one and it.
-- Why: how many independent sources tell of an event is the first thing that a reader judges it by.
-- Table: core.fact_evidence
-- Severity: error
with
fact_claims as (
    select * from core.bridge_fact_claims
),

claims as (
    select * from core.claims
),

facts as (
    select agreement_id as fact_id, article_count, source_count from core.fact_agreements
    union all
    select launch_id as fact_id, article_count, source_count from core.fact_launches
    union all
    select cooperation_id as fact_id, article_count, source_count from core.fact_cooperations
),

told as (
    select
        fact_claims.fact_id,
        count(distinct claims.article_id) as articles_behind,
    from fact_claims
    inner join claims using (claim_key)
    group by fact_claims.fact_id
)

select
    facts.fact_id,
    facts.article_count,
    facts.source_count,
    told.articles_behind,
from facts
inner join told on facts.fact_id = told.fact_id
where
    facts.article_count <> told.articles_behind
    or facts.source_count not between least(1, facts.article_count) and facts.article_count
