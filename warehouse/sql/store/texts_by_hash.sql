-- The texts whose hashes temp table wanted_texts holds.

select
    text_hash,
    any_value(text) as text,
from article_versions
semi join wanted_texts using (text_hash)
group by text_hash
order by text_hash
