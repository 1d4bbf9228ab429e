-- Copies the claims of the articles in temp table changed_sources to temp table fresh_claims, and has told_now mean
-- these. They are found by the narrow column first: new ones stand at the end.

create or replace temp table fresh_places as
select claims.rowid as place
from claims
semi join (select article_id from changed_sources where is_speaking) using (article_id);

create or replace temp table fresh_claims as
select *
from claims
where rowid in (select fresh_places.place from fresh_places);

create or replace temp view told_now as
from fresh_claims;
