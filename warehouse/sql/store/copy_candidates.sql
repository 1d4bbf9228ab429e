-- Pairs of texts that share a bucket, one of them in temp table new_buckets. In a crowded bucket each new text, and the
-- smallest of those that were there before, meets the two smallest alone: all of them are joined in one story so, however
-- the texts arrived. Most buckets hold one text: they are left out first, by numbers alone.

with
    new_buckets as (
        select distinct
            bucket,
            text_hash,
            true as is_new,
        from temp.new_buckets
    ),

    shared as (
        select
            bucket,
            count(*) > $most as is_crowded,
        from text_buckets
        semi join new_buckets using (bucket)
        group by bucket
        having count(*) > 1
    ),

    sharing as (
        select
            bucket,
            text_hash,
            is_crowded,
            coalesce(is_new, false) as is_new,
            row_number() over (
                partition by bucket
                order by text_hash
            ) as place,
            row_number() over (
                partition by bucket
                order by is_new nulls first, text_hash
            ) as place_by_age,
        from text_buckets
        inner join shared using (bucket)
        left join new_buckets using (bucket, text_hash)
    ),

    pairs as (
        select distinct
            least(ones.text_hash, others.text_hash) as first_hash,
            greatest(ones.text_hash, others.text_hash) as second_hash,
        from sharing as ones
        inner join sharing as others using (bucket)
        where
            ones.text_hash <> others.text_hash
            and (ones.is_new or (ones.is_crowded and ones.place_by_age = 1))
            and (not ones.is_crowded or others.place <= 2)
    )

select
    row_number() over () - 1 as number,
    first_hash,
    second_hash,
from pairs
anti join near_copies using (first_hash, second_hash)
