-- Partial dates (2021, 2021-03, 2021-03-09) as days. Whatever is no date is null, and its precision unknown.

create or replace temp macro first_day(partial_date) as case length(partial_date)
    when 10 then try_cast(partial_date as date)
    when 7 then try_cast(partial_date || '-01' as date)
    when 4 then try_cast(partial_date || '-01-01' as date)
end;

create or replace temp macro final_day(partial_date) as case length(partial_date)
    when 10 then try_cast(partial_date as date)
    when 7 then last_day(try_cast(partial_date || '-01' as date))
    when 4 then try_cast(partial_date || '-12-31' as date)
end;

create or replace temp macro exact_day(partial_date) as case length(partial_date)
    when 10 then try_cast(partial_date as date)
end;

create or replace temp macro day_precision(partial_date) as case
    when first_day(partial_date) is null then 'unknown'
    when length(partial_date) = 10 then 'day'
    when length(partial_date) = 7 then 'month'
    else 'year'
end;

create or replace temp macro speaks_for_state(ownership) as
    ownership is not null and ownership in ('state', 'party', 'military', 'agency');
