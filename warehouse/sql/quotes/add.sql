-- Copies the claims that the attached file of quotes lacks to it, with their words: in the order of their numbers, so that
-- the words of one claim lie together and are found by its number.

create or replace temp table new_claims as
select
    claim_key,
    claim_id,
    content_hash,
    article_id,
    rule,
    rules_version,
    kind,
    json_extract_string(cells, '$.status') as claimed_status,
from claims
anti join quotes.core.claims using (claim_key)
order by claim_key;

delete from quotes.core.claim_quotes
using new_claims
where claim_quotes.claim_key = new_claims.claim_key;

insert into quotes.core.claims by name
select
    claim_key,
    claim_id,
    article_id,
    rule,
    rules_version,
from new_claims;

insert into quotes.core.claim_quotes by name
select
    new_claims.claim_key,
    published_column(new_claims.kind, claim_cells.column_name, new_claims.claimed_status) as column_name,
    claim_cells.element,
    claim_cells.claimed_value,
    claim_cells.text_part,
    claim_cells.char_start,
    claim_cells.char_end,
    claim_cells.quote,
    claim_cells.sentence,
    claim_cells.is_inferred,
from claim_cells
inner join new_claims using (claim_id, content_hash)
order by new_claims.claim_key;

drop table new_claims;
