-- Notes the facts whose quotes may be others now: those made or unmade, and those of claims that say the same in another
-- version of their article.

insert into changed_evidence
with
    same_claims as (
        select claim_id from told_claims
        anti join changed_claims using (claim_id)
    ),

    touched as (
        select fact_id from old_members
        union
        select fact_id from new_members
        union
        select fact_members.fact_id
        from fact_members
        semi join same_claims using (claim_id)
    )

select fact_id
from touched
anti join changed_evidence using (fact_id);
