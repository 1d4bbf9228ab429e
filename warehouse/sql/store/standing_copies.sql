-- Pairs of near copies both of which stand at present, of the texts in temp table restoried_texts; the sample's
-- retellings are apart from what is read.

with
    standing as (
        select
            text_hash,
            bool_and(origin = 'sample') as is_sample,
        from article_versions
        semi join restoried_texts using (text_hash)
        where
            is_current
            and not is_withdrawn
        group by text_hash
    )

select
    near_copies.first_hash,
    near_copies.second_hash,
    near_copies.shared,
from near_copies
inner join standing as one on near_copies.first_hash = one.text_hash
inner join standing as other on near_copies.second_hash = other.text_hash
where one.is_sample = other.is_sample
order by near_copies.first_hash, near_copies.second_hash
