-- Hashes of the current texts that were not compared by a method yet.

select distinct text_hash
from article_versions
anti join (select text_hash from compared_texts where method = $method) as done using (text_hash)
where
    is_current
    and not is_withdrawn
    and duplicate_of is null
order by text_hash
