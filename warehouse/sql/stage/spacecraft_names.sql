-- One row per name of a spacecraft, folded to letters and digits, that no other spacecraft bears.
with
    spacecraft as (
        select * from core.dim_spacecraft
    ),

    aliases as (
        select * from core.dim_aliases
        where dimension = 'spacecraft'
    ),

    all_names as (
        select
            spacecraft_id,
            spacecraft_name as name,
        from spacecraft
        union all
        select
            id as spacecraft_id,
            alias as name,
        from aliases
    )

select
    regexp_replace(lower(name), '[^a-z0-9]', '', 'g') as name_key,
    min(spacecraft_id) as spacecraft_id,
from all_names
group by name_key
having min(spacecraft_id) = max(spacecraft_id)
