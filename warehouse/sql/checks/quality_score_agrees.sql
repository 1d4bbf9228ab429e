-- Every agreement, launch and undertaking has its parts of quality, and the score that they come to.
-- Why: a score that cannot be worked out again is worth nothing.
-- Table: core.fact_quality
-- Severity: error, blocking
with
quality as (
    select * from core.fact_quality
),

facts as (
    select 'agreement' as fact_type, agreement_id as fact_id, quality_score from core.fact_agreements
    union all
    select 'launch' as fact_type, launch_id as fact_id, quality_score from core.fact_launches
    union all
    select 'cooperation' as fact_type, cooperation_id as fact_id, quality_score from core.fact_cooperations
)

select
    fact_type,
    fact_id,
    facts.quality_score as score_of_the_fact,
    quality.quality_score as score_of_its_parts,
from facts
full join quality using (fact_type, fact_id)
where
    facts.quality_score is distinct from quality.quality_score
    or abs(
        quality.quality_score
        - 0.35 * source_part - 0.15 * diversity_part - 0.25 * completeness_part - 0.25 * agreement_part
    ) > 0.001
