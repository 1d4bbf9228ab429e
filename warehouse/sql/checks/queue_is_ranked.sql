-- The review queue is ranked by its score, which is the product that its comment tells.
-- Why: who works from the top must meet what deserves it most.
-- Table: metrics.review_queue
-- Severity: error, blocking
with
queue as (
    select * from metrics.review_queue
),

ordered as (
    select
        *,
        row_number() over (order by score desc, item_id) as place,
    from queue
)

select
    item_id,
    rank,
    place,
    score,
from ordered
where rank <> place or abs(score - doubt_score * log2(1 + moves)) > 0.001
