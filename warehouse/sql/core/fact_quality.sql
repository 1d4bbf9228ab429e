select
    fact_type,
    fact_id,
    source_part,
    diversity_part,
    completeness_part,
    agreement_part,
    quality_score,
from stage.fact_quality
order by fact_type, fact_id
