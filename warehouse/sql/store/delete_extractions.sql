-- What the versions of temp table incoming_extractions had under earlier rules.

delete from extractions
using incoming_extractions
where
    extractions.article_id = incoming_extractions.article_id
    and extractions.content_hash = incoming_extractions.content_hash
