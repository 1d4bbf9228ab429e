-- Some pairs of temp table candidates with the sketches of both texts.

with
    pairs as (
        select
            first_hash,
            second_hash,
        from candidates
        where
            number >= $start
            and number < $stop
    )

select
    pairs.first_hash,
    pairs.second_hash,
    one.shingle_count,
    one.slots,
    other.shingle_count,
    other.slots,
from pairs
inner join compared_texts as one on pairs.first_hash = one.text_hash
inner join compared_texts as other on pairs.second_hash = other.text_hash
