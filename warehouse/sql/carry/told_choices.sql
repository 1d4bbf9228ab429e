-- The choices among the claims of those facts.
with
    choices as (
        select * from stage.standing_choices
    ),

    fact_claims as (
        select * from stage.fact_claims
    )

select * from choices
semi join fact_claims using (claim_id)
