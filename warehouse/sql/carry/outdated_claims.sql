-- What told of the facts that are written anew.
with
    published as (
        select * from published.core.bridge_fact_claims
    ),

    told_facts as (
        select * from stage.told_facts
    )

select claim_key from published
semi join told_facts using (fact_id)
