with
    instruments as (
        select * from lexicon.instruments
    ),

    provisional as (
        select * from stage.provisional
        where dimension = 'instruments'
    ),

    together as (
        select
            instrument_id,
            instrument_name,
            lead_party_code,
            false as is_provisional,
        from instruments
        union all
        select
            id,
            name,
            null,
            true,
        from provisional
        where id not in (select instrument_id from instruments)
    )

select
    instrument_id,
    instrument_name,
    lead_party_code,
    is_provisional,
from together
order by instrument_id
