with
    programmes as (
        select * from lexicon.programmes
    ),

    provisional as (
        select * from stage.provisional
        where dimension = 'programmes'
    ),

    together as (
        select
            programme_id,
            programme_name,
            programme_type,
            false as is_provisional,
        from programmes
        union all
        select
            id,
            name,
            null,
            true,
        from provisional
        where id not in (select programme_id from programmes)
    )

select
    programme_id,
    programme_name,
    programme_type,
    is_provisional,
from together
order by programme_id
