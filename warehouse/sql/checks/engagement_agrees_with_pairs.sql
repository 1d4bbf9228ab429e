-- What a party supplied and bought in all is what its pairs say, and its partners are those of its pairs.
-- Why: two tables that a reader would lay side by side must not differ.
-- Table: metrics.country_engagement
-- Severity: error, blocking
with
pairs as (
    select * from metrics.country_pairs
),

sides as (
    select
        code_a as party_code,
        exports_a_to_b as exports_out,
        exports_b_to_a as exports_in,
        launches_b_for_a as launches_by_others,
        bilateral_documents + multilateral_cosigned + cooperations
        + launches_a_for_b + launches_b_for_a + exports_a_to_b + exports_b_to_a as events,
    from pairs
    union all
    select
        code_b as party_code,
        exports_b_to_a as exports_out,
        exports_a_to_b as exports_in,
        launches_a_for_b as launches_by_others,
        bilateral_documents + multilateral_cosigned + cooperations
        + launches_a_for_b + launches_b_for_a + exports_a_to_b + exports_b_to_a as events,
    from pairs
),

counted as (
    select
        party_code,
        count_if(events > 0) as partners,
        sum(exports_out) as exports_out,
        sum(exports_in) as exports_in,
        sum(launches_by_others) as launches_by_others,
    from sides
    group by party_code
),

engagement as (
    select * from metrics.country_engagement
)

select
    coalesce(counted.party_code, engagement.party_code) as party_code,
    counted.partners as partners_in_pairs,
    engagement.partners,
    counted.exports_out as exports_out_in_pairs,
    engagement.exports_out,
    counted.exports_in as exports_in_in_pairs,
    engagement.exports_in,
    counted.launches_by_others as launches_by_others_in_pairs,
    engagement.launches_by_others,
from counted
full join engagement on counted.party_code = engagement.party_code
where
    coalesce(counted.partners, 0) is distinct from engagement.partners
    or coalesce(counted.exports_out, 0) is distinct from engagement.exports_out
    or coalesce(counted.exports_in, 0) is distinct from engagement.exports_in
    or coalesce(counted.launches_by_others, 0) is distinct from engagement.launches_by_others
