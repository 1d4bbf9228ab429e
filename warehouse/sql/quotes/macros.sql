-- The published column that a field of a claim goes into: of a date it depends on whether the claim tells of a plan, of
-- the event or of an end.

create or replace temp macro published_column(kind, field, claimed_status) as case
    when field = 'signed' then case claimed_status
        when 'planned' then 'planned_date'
        when 'ended' then 'ended_date'
        else 'signed_date'
    end
    when field = 'date' then if(claimed_status = 'planned', 'planned_date_latest', 'flown_date')
    when field in ('parties', 'customers', 'of') then 'party_code'
    when field = 'organizations' then 'organization_id'
    when field = 'type' then kind || '_type'
    when field = 'instrument' then 'instrument_id'
    when field = 'vehicle' then 'vehicle_id'
    when field = 'payloads' then 'spacecraft_id'
    when field = 'site' then 'launch_site_id'
    when field = 'start' then 'start_from'
    when field = 'as_of' then 'as_of_date'
    when field = 'statement' then 'statement_id'
    else field
end;
