-- By fact, so that what tells of one lies together.
with
    fact_claims as (
        select * from stage.fact_claims
    ),

    unchosen_values as (
        select * from stage.standing_unchosen
    ),

    corrected_cells as (
        select * from stage.corrected_cells
    ),

    unchosen as (
        select
            fact_claims.claim_key,
            list_sort(list(distinct concat(
                published_column(fact_claims.kind, unchosen_values.column_name, fact_claims.claimed_status),
                ':',
                unchosen_values.element
            ))) as unchosen,
        from unchosen_values
        inner join fact_claims using (claim_id)
        group by fact_claims.claim_key
    ),

    together as (
        select
            fact_claims.kind as fact_type,
            fact_claims.fact_id,
            fact_claims.claim_key,
            fact_claims.is_first_plan,
            unchosen.unchosen,
        from fact_claims
        left join unchosen using (claim_key)
        union all
        select distinct
            fact_type,
            fact_id,
            claim_key,
            false as is_first_plan,
            null as unchosen,
        from corrected_cells
    )

select
    fact_type,
    fact_id,
    claim_key,
    is_first_plan,
    unchosen,
from together
order by fact_id
