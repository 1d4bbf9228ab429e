-- Claims that the version began with and that tell of no fact: of articles that count no more or say something else now,
-- of facts that people rejected. Nobody is to read them.
with
    claims as (
        select * from core.claims
    ),

    fact_claims as (
        select * from stage.fact_claims
    )

select claim_key from claims
anti join fact_claims using (claim_key)
