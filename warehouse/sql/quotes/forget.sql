-- Takes out of the attached file of quotes what the store holds no more.

create or replace temp table gone_claims as
select claim_key
from quotes.core.claims
anti join claims using (claim_key, claim_id);

delete from quotes.core.claim_quotes
using gone_claims
where claim_quotes.claim_key = gone_claims.claim_key;

delete from quotes.core.claims
using gone_claims
where claims.claim_key = gone_claims.claim_key;

drop table gone_claims;
