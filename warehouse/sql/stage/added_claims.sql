-- Claims of facts that the version did not begin with: none, since it began with all.
with
    claims as (
        select * from stage.fact_claims
    )

select claim_key from claims
limit 0
