-- Reported figures that the metrics compare: what their subject names in the dimensions, and what the words beside the
-- figure say of it. `near` is what follows the figure up to the next part of the sentence, `head` all that precedes it.
create view metrics.counted_totals as
with
totals as (
    select * from core.fact_reported_totals
),

fact_claims as (
    select * from core.bridge_fact_claims
    where fact_type = 'total'
),

quotes as (
    select * from core.claim_quotes
    where column_name = 'value' and text_part <> 'override'
),

vehicles as (
    select * from core.dim_vehicles
    where not is_provisional
),

instruments as (
    select * from core.dim_instruments
    where not is_provisional
),

sites as (
    select * from core.dim_launch_sites
    where not is_provisional
),

programmes as (
    select * from core.dim_programmes
    where not is_provisional
),

parties as (
    select * from core.dim_parties
    where party_type = 'body' and not is_provisional
),

organizations as (
    select * from core.dim_organizations
    where not is_provisional
),

spacecraft as (
    select * from core.dim_spacecraft
    where not is_provisional
),

aliases as (
    select * from core.dim_aliases
),

version as (
    select * from metrics.published_version
),

-- what a subject can name: the first of these dimensions that knows the name; a name that only an article knows says
-- nothing of what is counted. A rocket named as its family is the family.
things as (
    select 1 as priority, 'vehicles' as dimension, vehicle_id as named_id, 'family' as thing, vehicle_family as id, vehicle_family as thing_name
    from vehicles
    where lower(vehicle_name) = lower(vehicle_family)
    union all
    select 1, null, null, 'family', vehicle_family, vehicle_family
    from vehicles
    where vehicle_family is not null
    union all
    select 2, 'vehicles', vehicle_id, 'vehicle', vehicle_id, vehicle_name
    from vehicles
    where lower(vehicle_name) is distinct from lower(vehicle_family)
    union all
    select 3, 'instruments', instrument_id, 'instrument', instrument_id, instrument_name from instruments
    union all
    select 4, 'launch_sites', launch_site_id, 'site', launch_site_id, launch_site_name from sites
    union all
    select 5, 'programmes', programme_id, 'programme', programme_id, programme_name from programmes
    union all
    select 6, 'parties', party_code, 'body', party_code, party_name from parties
    union all
    select 7, 'organizations', organization_id, 'organization', organization_id, organization_name from organizations
    union all
    select 8, 'spacecraft', spacecraft_id, 'spacecraft', spacecraft_id, spacecraft_name from spacecraft
),

all_names as (
    select priority, thing, id, thing_name, thing_name as name from things
    union all
    select 6, 'body', party_code, party_name, party_code from parties
    union all
    select things.priority, things.thing, things.id, things.thing_name, aliases.alias
    from things
    inner join aliases on things.dimension = aliases.dimension and things.named_id = aliases.id
),

all_keys as (
    select *, trim(regexp_replace(lower(strip_accents(name)), '[^a-z0-9]+', ' ', 'g')) as plain_name
    from all_names
),

-- "the Long March series", "Long March carrier rockets" and "Long March" are one subject
names as (
    select
        regexp_replace(
            plain_name,
            '^the |( (series|family|programme?|carrier|launch|launcher|rockets?|vehicles?|satellites?|constellation|fleet|stations?|corp|corporation|co|company|ltd|inc))+$',
            '',
            'g'
        ) as name_key,
        arg_min({'thing': thing, 'id': id, 'name': thing_name}, (priority, id)) as meant,
    from all_keys
    where plain_name <> ''
    group by name_key
),

worded as (
    select
        totals.*,
        regexp_replace(
            trim(regexp_replace(lower(strip_accents(totals.subject)), '[^a-z0-9]+', ' ', 'g')),
            '^the |( (series|family|programme?|carrier|launch|launcher|rockets?|vehicles?|satellites?|constellation|fleet|stations?|corp|corporation|co|company|ltd|inc))+$',
            '',
            'g'
        ) as name_key,
        lower(coalesce(totals.unit_as_worded, '')) as unit,
    from totals
    cross join version
    where not (totals.is_sample_only and version.has_real_source)
),

sentences as (
    select
        fact_claims.fact_id,
        arg_min({'sentence': quotes.sentence, 'quote': quotes.quote}, (quotes.claim_key, quotes.char_start)) as told,
    from fact_claims
    inner join quotes on fact_claims.claim_key = quotes.claim_key
    where
        fact_claims.unchosen is null
        or not list_contains(fact_claims.unchosen, concat(quotes.column_name, ':', quotes.element))
    group by fact_claims.fact_id
),

around as (
    select
        fact_id,
        lower(left(told['sentence'], strpos(told['sentence'], told['quote']) - 1)) as head,
        -- cut off rather than taken out: a match without groups takes a third of the time
        lower(regexp_replace(
            substr(told['sentence'], strpos(told['sentence'], told['quote']) + length(told['quote'])),
            '(?:, |; |: | -- ).*$|\.$',
            ''
        )) as tail,
    from sentences
    where told['sentence'] <> told['quote']
),

read as (
    select
        worded.*,
        names.meant['thing'] as thing,
        names.meant['id'] as thing_id,
        coalesce(names.meant['name'], worded.subject) as subject_name,
        coalesce(names.meant['thing'] || ':' || names.meant['id'], 'text:' || worded.name_key) as subject_key,
        around.head,
        around.tail,
        regexp_replace(around.tail, '(?: and | or | in which | of which | including ).*$', '') as near,
    from worded
    left join names on worded.name_key = names.name_key
    left join around on worded.total_id = around.fact_id
)

select
    total_id,
    metric,
    value,
    bound,
    unit_as_worded,
    party_code,
    subject,
    subject_name,
    subject_key,
    thing,
    thing_id,
    scope,
    as_of_date,
    window_from,
    window_to,
    article_id,
    regexp_matches(unit, 'foreign|international|commercial|overseas')
    or (metric in ('launches', 'satellites') and coalesce(regexp_matches(near, 'foreign|international|overseas'), false))
        as is_foreign_unit,
    case
        when regexp_matches(head, '\bof (which|whom|these|them)( \w+){0,2} ?$') then 'the figure is a part of another one'
        when
            scope = 'ordinal'
            and regexp_matches(near, '^( \w+)* (of|this|in) (the year|year|this year|(19|20)\d\d)\b')
            then 'a running number within one year'
        when
            scope = 'ordinal'
            and metric = 'launches'
            and thing is distinct from 'site'
            and not contains(near, ' of ')
            and regexp_matches(near, ' from [\w'' -]*(site|base|cosmodrome|spaceport|cent(er|re)|pad|coast)\b')
            then 'a running number at one launch site'
        when
            scope in ('cumulative', 'window')
            and regexp_matches(
                coalesce(head, '') || ' # ' || tail,
                '\b(during|on the sidelines of|at|in the course of) (the|this|that|his|her) (day|visit|ceremony|meeting|summit|event|show|forum)\b|\b(in|at) one go\b|\bin a single (launch|flight|mission)\b'
            )
            then 'the figure of one occasion'
        when
            metric = 'satellites'
            and not regexp_matches(
                trim(replace(unit, lower(coalesce(subject, '')), '')),
                '^((foreign|international|overseas|commercial|customer) )*(satellites?|spacecraft|payloads?|craft|cubesats?)?$'
            )
            then 'the unit names a kind that is not itemised'
        when
            metric = 'launches'
            and regexp_matches(unit, '\b(crewed|manned|cargo|resupply|military|suborbital|test|lunar|deep-space)\b')
            then 'the unit names a kind that is not itemised'
        when
            metric in ('partner_countries', 'partner_organizations')
            and (subject is null or thing = 'organization')
            and not regexp_matches(
                head || ' # ' || left(tail, 60),
                '\b(sign|agree|accord|pact|treat(y|ies)|memorand|mou|document|arrangement|protocol|partner|cooperat|collaborat)'
            )
            then 'the sentence tells of no documents with them'
        when
            metric = 'partner_countries'
            and thing = 'body'
            and not regexp_matches(unit || ' # ' || head || ' # ' || tail, '\b(member|join|acce[ds]|ratif|sign)')
            then 'the sentence tells of no members'
    end as counts_apart,
from read;

comment on view metrics.counted_totals is
'One row per reported total that the metrics compare: facts known from the sample alone are left out once a real source is configured.';
