with
    queue as (
        select * from metrics.review_queue
    )

select
    rank,
    item_id,
    doubt,
    fact_type,
    fact_id,
    other_ids,
    column_name,
    subject_id,
    claim_id,
    question,
    doubt_score,
    moves,
    score,
from queue
order by rank
