with
    memberships as (
        select * from lexicon.memberships
    )

select
    body_code,
    member_code,
    first_day(valid_from) as valid_from,
    final_day(valid_to) as valid_to,
from memberships
order by body_code, member_code, valid_from
