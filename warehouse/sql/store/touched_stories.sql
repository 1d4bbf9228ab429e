-- Finds the texts whose story can be another than it was: those at the places in temp table unsettled_places, and all that
-- a chain of near copies joins to them. Leaves them in temp table restoried_texts, and notes the articles that bear one: which
-- source a copy counts as depends on all copies.

create or replace temp table restoried_texts as
with recursive
    unsettled_texts as (
        select distinct text_hash
        from article_versions
        where rowid in (select unsettled_places.place from unsettled_places)
    ),

    copies as (
        select
            first_hash as text_hash,
            second_hash as other_hash,
        from near_copies
        union all
        select
            second_hash,
            first_hash,
        from near_copies
    ),

    mates as (
        select
            story_texts.text_hash,
            others.text_hash as other_hash,
        from story_texts
        inner join story_texts as others using (story_id)
    ),

    started as (
        select unsettled_texts.text_hash
        from unsettled_texts
        semi join copies using (text_hash)
        union
        -- copies whose pairs are known no longer
        select mates.other_hash
        from mates
        semi join unsettled_texts using (text_hash)
    ),

    reached as (
        select text_hash from started
        union
        select copies.other_hash
        from reached
        inner join copies using (text_hash)
    )

select text_hash from reached;

insert into unsettled_articles by name
select distinct article_id
from article_versions
semi join restoried_texts using (text_hash)
anti join unsettled_articles using (article_id);

delete from story_texts
where text_hash in (select restoried_texts.text_hash from restoried_texts);
