-- Pairs of near copies both of which stand at present, of the texts in temp table restoried_texts; the sample's
-- retellings are apart from what is read. The first text of each pair is joined before the second is looked at: taken
-- together, every text would be set beside every other one of its sort.

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
    ),

    half as materialized (
        select
            near_copies.*,
            standing.is_sample,
        from near_copies
        inner join standing on near_copies.first_hash = standing.text_hash
    )

select
    half.first_hash,
    half.second_hash,
    half.shared,
from half
inner join standing on half.second_hash = standing.text_hash and half.is_sample = standing.is_sample
order by half.first_hash, half.second_hash
