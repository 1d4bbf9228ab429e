-- One provisional member for each id whose names in the blocks may have changed: the smallest of its names, with its
-- party where only one is told.

create or replace temp table touched_names as
select
    dimension,
    id,
from stale_names
union
select
    dimension,
    id,
from fresh_names;

delete from provisional_members
using touched_names
where provisional_members.dimension = touched_names.dimension and provisional_members.id = touched_names.id;

insert into provisional_members by name
select
    dimension,
    id,
    min(name) as name,
    case when count(distinct party_code) = 1 then any_value(party_code) end as party_code,
from provisional_names
semi join touched_names using (dimension, id)
group by dimension, id
order by dimension, id;
