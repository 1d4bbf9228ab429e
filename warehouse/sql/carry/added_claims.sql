-- What tells of them now.
with
    claims as (
        select * from stage.fact_claims
    )

select claim_key from claims
