-- Exports of the pairs are the lines of satellite_exports that count.
-- Why: the two tables tell the same satellites.
-- Table: metrics.country_pairs
-- Severity: error, blocking
with
counted as (
    select
        least(supplier_code, buyer_code) as code_a,
        greatest(supplier_code, buyer_code) as code_b,
        count_if(supplier_code < buyer_code) as a_to_b,
        count_if(supplier_code > buyer_code) as b_to_a,
    from metrics.satellite_exports
    where counts_in_totals
    group by code_a, code_b
),

metric as (
    select * from metrics.country_pairs
    where exports_a_to_b + exports_b_to_a > 0
)

select
    coalesce(counted.code_a, metric.code_a) as code_a,
    coalesce(counted.code_b, metric.code_b) as code_b,
    counted.a_to_b,
    metric.exports_a_to_b,
    counted.b_to_a,
    metric.exports_b_to_a,
from counted
full join metric on counted.code_a = metric.code_a and counted.code_b = metric.code_b
where
    counted.a_to_b is distinct from metric.exports_a_to_b
    or counted.b_to_a is distinct from metric.exports_b_to_a
