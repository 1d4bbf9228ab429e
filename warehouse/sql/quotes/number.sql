-- Numbers the claims that have no number yet, from above $mark on, in the order in which they were found.

update claims
set claim_key = numbered.claim_key
from (
    select
        rowid as place,
        $mark + row_number() over (order by rowid) as claim_key,
    from claims
    where claim_key is null
) as numbered
where claims.rowid = numbered.place;
