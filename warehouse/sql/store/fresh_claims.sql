-- Copies the claims of the articles in temp table changed_sources to temp table fresh_claims, and has told_now mean
-- these. They are found by the narrow column first. Those of articles that resolution has not looked at before stand
-- behind the last claim that it read, if that one is where it was; the others may stand anywhere.

create or replace temp table last_resolved as
select
    claim_id,
    place,
from resolved_claims
where place = (select max(known.place) from resolved_claims as known);

create or replace temp table last_place as
select claims.rowid as place
from claims
inner join last_resolved
    on
        claims.rowid = last_resolved.place
        and claims.claim_id = last_resolved.claim_id;

create or replace temp table late_articles as
select article_id
from changed_sources
where is_speaking and not is_known and exists (from last_place);

create or replace temp table other_articles as
select article_id
from changed_sources
anti join late_articles using (article_id)
where is_speaking;

create or replace temp table fresh_places as
select claims.rowid as place
from claims
semi join other_articles using (article_id)
union all
select claims.rowid
from claims
semi join late_articles using (article_id)
where claims.rowid > (select last_place.place from last_place);

create or replace temp table fresh_claims as
select
    rowid as place,
    *,
from claims
where rowid in (select fresh_places.place from fresh_places);

create or replace temp view told_now as
from fresh_claims;
