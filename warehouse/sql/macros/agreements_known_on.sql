create or replace macro main.agreements_known_on(t) as table
with
history as (
    select * from core.history_agreements
),

-- a day without a time is its last moment, as in agreements_reported_by
moment as (
    select
        case
            when length(cast(t as varchar)) = 10 then cast(t as timestamp) + interval 1 day - interval 1 microsecond
            else cast(t as timestamp)
        end as known_at
)

select
    history.agreement_id,
    history.agreement_type,
    history.status,
    history.signed_date,
    history.signed_from,
    history.signed_to,
    history.signed_year,
    history.planned_from,
    history.ended_from,
    history.party_codes,
    history.party_roles,
    history.instrument_id,
    history.programme,
    history.title_as_worded,
    history.agreement_level,
    history.is_sample_only,
    history.known_from,
    history.known_to,
    history.cause,
from history
cross join moment
where
    history.known_from <= moment.known_at
    and (history.known_to is null or history.known_to > moment.known_at)
order by coalesce(history.signed_from, history.planned_from, history.first_reported_date), history.agreement_id;

comment on macro table main.agreements_known_on is
'Agreements as this warehouse held them at a time (UTC): select * from agreements_known_on(''2026-03-31 12:00''). A day without a time is its last moment. What articles had told by then, whether it was known here or not, is agreements_reported_by.';
