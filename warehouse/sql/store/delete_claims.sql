-- What the versions of temp table incoming_extractions had under earlier rules.

delete from claims
using incoming_extractions
where
    claims.article_id = incoming_extractions.article_id
    and claims.content_hash = incoming_extractions.content_hash
