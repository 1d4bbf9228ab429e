with
    cooperations as (
        select * from stage.cooperation_values
    ),

    members as (
        select * from stage.fact_members
        where kind = 'cooperation' and column_name = 'parties'
    )

select
    cooperations.fact_id as cooperation_id,
    members.member as party_code,
    case
        when cooperations.supplier = members.member then 'supplier'
        when
            cooperations.supplier is not null
            and cooperations.type in ('satellite_export', 'launch_service')
            then 'customer'
        else 'partner'
    end as role,
from cooperations
inner join members using (fact_id)
order by cooperation_id, party_code
