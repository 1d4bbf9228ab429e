-- Three steps: fold the figures into series; itemise, for what each series counts, the warehouse's own facts (a stream
-- and a key in it); set the two side by side. A fact counts by a day when it is certain to have happened by then.
with
totals as (
    select * from metrics.counted_totals
),

articles as (
    select * from core.dim_articles
),

sources as (
    select * from core.dim_sources
),

agreements as (
    select * from metrics.counted_agreements
    where is_document
),

agreement_parties as (
    select * from core.bridge_agreement_parties
),

agreement_organizations as (
    select * from core.bridge_agreement_organizations
),

agreement_programmes as (
    select * from core.bridge_agreement_programmes
),

members as (
    select * from core.fact_memberships
),

launches as (
    select * from metrics.counted_launches
    where is_flown
),

payloads as (
    select * from core.bridge_launch_payloads
),

spacecraft as (
    select * from core.dim_spacecraft
),

launch_customers as (
    select * from core.bridge_launch_customers
    where is_foreign
),

parties as (
    select * from core.dim_parties
),

organizations as (
    select * from core.dim_organizations
),

memberships as (
    select * from core.dim_party_memberships
),

version as (
    select * from metrics.published_version
),

-- 1. The series of each figure.
figures as (
    select
        totals.party_code as claimant,
        totals.subject_name as subject,
        totals.thing,
        totals.thing_id,
        totals.subject_key,
        totals.metric,
        totals.scope,
        case when totals.scope = 'window' then totals.window_from end as window_from,
        case when totals.scope = 'window' then coalesce(totals.window_to, totals.as_of_date) end as window_to,
        totals.as_of_date,
        totals.value,
        totals.bound,
        totals.is_foreign_unit,
        totals.counts_apart,
        totals.article_id,
        coalesce(sources.source_tier, 4) as source_tier,
    from totals
    left join articles on totals.article_id = articles.article_id
    left join sources on articles.source_id = sources.source_id
),

-- a number is compared sooner than its parts, or than a name
keyed as (
    select
        *,
        hash(claimant, subject_key, metric, scope, window_from, is_foreign_unit, counts_apart) as series,
    from figures
),

series as (
    select
        series,
        any_value(claimant) as claimant,
        any_value(subject_key) as subject_key,
        any_value(thing) as thing,
        any_value(thing_id) as thing_id,
        any_value(subject is not null) as has_subject,
        any_value(metric) as metric,
        any_value(scope) as scope,
        any_value(window_from) as window_from,
        any_value(is_foreign_unit) as is_foreign_unit,
        any_value(counts_apart) as counts_apart,
    from keyed
    group by series
),

named_series as (
    select
        *,
        'ser_' || left(md5(concat_ws(
            '|',
            coalesce(claimant, ''),
            coalesce(subject_key, ''),
            metric,
            coalesce(scope, ''),
            coalesce(cast(window_from as varchar), ''),
            case when is_foreign_unit then 'foreign' else '' end,
            coalesce(counts_apart, '')
        )), 16) as series_id,
        case
            when metric = 'launches' and thing in ('family', 'vehicle', 'site', 'organization', 'programme')
                then 'launches ' || thing
            when metric = 'launches' and not has_subject and claimant is not null
                then case when is_foreign_unit then 'launches foreign' else 'launches party' end
            when metric = 'satellites' and thing in ('family', 'vehicle', 'programme') then 'satellites ' || thing
            when metric = 'satellites' and not has_subject and claimant is not null and is_foreign_unit
                then 'satellites foreign'
            when metric = 'agreements' and thing in ('organization', 'programme') then 'agreements ' || thing
            when metric = 'agreements' and thing = 'body' then 'agreements party'
            when metric = 'agreements' and not has_subject and claimant is not null then 'agreements party'
            when metric = 'partner_countries' and thing in ('instrument', 'body', 'organization', 'family', 'vehicle')
                then 'countries ' || thing
            when metric = 'partner_countries' and not has_subject and claimant is not null then 'countries party'
            when metric = 'partner_organizations' and thing = 'organization' then 'bodies organization'
            when metric = 'partner_organizations' and not has_subject and claimant is not null then 'bodies party'
        end as stream,
        if(has_subject, thing_id, claimant) as stream_key,
    from series
),

folded as (
    select
        series,
        as_of_date,
        value,
        arg_min(bound, (bound <> '=', bound)) as bound,
        min(subject) as subject,
        max(window_to) as window_to,
        count(distinct hash(article_id)) as article_count,
        min(source_tier) as source_tier,
    from keyed
    group by series, as_of_date, value
),

chosen as (
    select
        *,
        count(*) over (partition by series, as_of_date) - 1 as rival_values,
    from folded
    qualify row_number() over (
        partition by series, as_of_date
        order by article_count desc, source_tier, value desc
    ) = 1
),

judged as (
    select
        chosen.*,
        named_series.* exclude (series),
        case
            when named_series.scope = 'planned' then 'a plan or hope, not a count'
            when named_series.metric in ('projects', 'services') then named_series.metric || ' are not itemised'
            when not named_series.has_subject and named_series.claimant is null
                then 'neither party nor subject is told'
            when named_series.has_subject and named_series.thing is null then 'the subject is not itemised'
            when named_series.stream is null then named_series.metric || ' of this kind are not itemised'
            when named_series.counts_apart is not null then named_series.counts_apart
            when named_series.scope = 'current' and named_series.metric in ('launches', 'satellites')
                then 'what is in use at a time is not itemised'
            when chosen.as_of_date is null then 'the day of the figure is not known'
            when named_series.scope = 'window' and named_series.window_from is null
                then 'the start of the window is not known'
        end as not_comparable_reason,
    from chosen
    inner join named_series using (series)
),

-- 2. The warehouse's own facts, by stream and key.
partners as (
    select
        sides.agreement_id,
        sides.party_code,
        others.party_code as partner_code,
        case parties.party_type when 'country' then 'countries' else 'bodies' end as partner_type,
    from agreement_parties as sides
    inner join agreement_parties as others
        on sides.agreement_id = others.agreement_id and sides.party_code <> others.party_code
    inner join parties on others.party_code = parties.party_code
),

organization_partners as (
    select
        agreement_organizations.agreement_id,
        agreement_organizations.organization_id,
        agreement_parties.party_code as partner_code,
        case parties.party_type when 'country' then 'countries' else 'bodies' end as partner_type,
    from agreement_organizations
    inner join organizations on agreement_organizations.organization_id = organizations.organization_id
    inner join agreement_parties
        on agreement_organizations.agreement_id = agreement_parties.agreement_id
        and organizations.party_code <> agreement_parties.party_code
    inner join parties on agreement_parties.party_code = parties.party_code
),

agreement_keys as (
    select 'agreements party' as stream, party_code as stream_key, agreement_id, agreement_id as item
    from agreement_parties
    union all
    select 'agreements organization' as stream, organization_id as stream_key, agreement_id, agreement_id as item
    from agreement_organizations
    union all
    select 'agreements programme' as stream, programme_id as stream_key, agreement_id, agreement_id as item
    from agreement_programmes
    union all
    select partner_type || ' party' as stream, party_code as stream_key, agreement_id, partner_code as item
    from partners
    union all
    select
        partner_type || ' organization' as stream,
        organization_id as stream_key,
        agreement_id,
        partner_code as item,
    from organization_partners
),

launch_keys as (
    select 'launches family' as stream, vehicle_family as stream_key, launch_id, launch_id as item from launches
    union all
    select 'launches vehicle' as stream, vehicle_id as stream_key, launch_id, launch_id as item from launches
    union all
    select 'launches site' as stream, launch_site_id as stream_key, launch_id, launch_id as item from launches
    union all
    select 'launches organization' as stream, organization_id as stream_key, launch_id, launch_id as item
    from launches
    union all
    select 'launches party' as stream, provider_country_code as stream_key, launch_id, launch_id as item
    from launches
    union all
    select 'launches foreign' as stream, provider_country_code as stream_key, launch_id, launch_id as item
    from launches
    where is_foreign_customer
    union all
    select 'satellites family' as stream, launches.vehicle_family as stream_key, launch_id, payloads.spacecraft_id as item
    from launches
    inner join payloads using (launch_id)
    union all
    select 'satellites vehicle' as stream, launches.vehicle_id as stream_key, launch_id, payloads.spacecraft_id as item
    from launches
    inner join payloads using (launch_id)
    union all
    select distinct
        'launches programme' as stream,
        spacecraft.programme_id as stream_key,
        launch_id,
        launch_id as item,
    from launches
    inner join payloads using (launch_id)
    inner join spacecraft on payloads.spacecraft_id = spacecraft.spacecraft_id
    where spacecraft.programme_id is not null
    union all
    -- a batch told under the name of its series is one
    select
        'satellites programme' as stream,
        spacecraft.programme_id as stream_key,
        launch_id,
        spacecraft.spacecraft_id as item,
    from launches
    inner join payloads using (launch_id)
    inner join spacecraft on payloads.spacecraft_id = spacecraft.spacecraft_id
    where spacecraft.programme_id is not null
    union all
    -- the countries whose payloads a rocket has carried
    select 'countries family' as stream, launches.vehicle_family as stream_key, launch_id, party_code as item
    from launches
    inner join launch_customers using (launch_id)
    inner join parties using (party_code)
    where parties.party_type = 'country'
    union all
    select 'countries vehicle' as stream, launches.vehicle_id as stream_key, launch_id, party_code as item
    from launches
    inner join launch_customers using (launch_id)
    inner join parties using (party_code)
    where parties.party_type = 'country'
    union all
    select
        'satellites foreign' as stream,
        launches.provider_country_code as stream_key,
        launch_id,
        payloads.spacecraft_id as item,
    from launches
    inner join payloads using (launch_id)
    inner join launch_customers
        on launches.launch_id = launch_customers.launch_id
        and coalesce(payloads.customer_code, launch_customers.party_code) = launch_customers.party_code
),

all_items as (
    select
        agreement_keys.stream,
        agreement_keys.stream_key,
        agreement_keys.item,
        agreements.signed_from as on_from,
        agreements.signed_to as on_to,
        cast(null as date) as left_date,
        true as is_now,
    from agreement_keys
    inner join agreements on agreement_keys.agreement_id = agreements.agreement_id
    union all
    select
        launch_keys.stream,
        launch_keys.stream_key,
        launch_keys.item,
        launches.launch_from as on_from,
        launches.launch_to as on_to,
        cast(null as date) as left_date,
        true as is_now,
    from launch_keys
    inner join launches on launch_keys.launch_id = launches.launch_id
    union all
    select
        'countries instrument' as stream,
        members.instrument_id as stream_key,
        members.party_code as item,
        members.joined_from as on_from,
        members.joined_to as on_to,
        members.left_date,
        members.is_member as is_now,
    from members
    inner join parties on members.party_code = parties.party_code and parties.party_type = 'country'
    cross join version
    where not (members.is_sample_only and version.has_real_source)
    union all
    select
        'countries body' as stream,
        memberships.body_code as stream_key,
        memberships.member_code as item,
        memberships.valid_from as on_from,
        memberships.valid_from as on_to,
        memberships.valid_to as left_date,
        memberships.valid_to is null as is_now,
    from memberships
    inner join parties on memberships.member_code = parties.party_code and parties.party_type = 'country'
),

wanted as (
    select distinct stream, stream_key from judged
    where stream is not null
),

items as (
    select all_items.* from all_items
    semi join wanted on all_items.stream = wanted.stream and all_items.stream_key = wanted.stream_key
),

now_counts as (
    select stream, stream_key, count(distinct item) filter (where is_now) as itemised from items
    group by stream, stream_key
),

-- an item counts from the first day on which it is certain
arrivals as (
    select stream, stream_key, item, min(on_to) as on_date from items
    where on_to is not null
    group by stream, stream_key, item
),

departures as (
    select stream, stream_key, item, max(left_date) as on_date from items
    where left_date is not null and on_to is not null
    group by stream, stream_key, item
),

changes as (
    select stream, stream_key, on_date, 1 as change from arrivals
    union all
    select stream, stream_key, on_date, -1 as change from departures
),

daily_changes as (
    select stream, stream_key, on_date, sum(change) as change from changes
    group by stream, stream_key, on_date
),

levels as (
    select
        stream,
        stream_key,
        on_date,
        sum(change) over (partition by stream, stream_key order by on_date) as itemised,
    from daily_changes
),

-- 3. Side by side.
comparable as (
    select series, as_of_date, scope, value, bound, stream, stream_key, window_from, window_to from judged
    where not_comparable_reason is null
),

window_counts as (
    select
        comparable.series,
        comparable.as_of_date,
        count(distinct items.item) as itemised,
    from comparable
    inner join items
        on comparable.stream = items.stream
        and comparable.stream_key = items.stream_key
        and items.on_from >= comparable.window_from
        and items.on_to <= comparable.window_to
    where comparable.scope = 'window'
    group by comparable.series, comparable.as_of_date
),

counts_by_then as (
    select
        comparable.series,
        comparable.as_of_date,
        levels.itemised,
    from comparable
    asof join levels
        on comparable.stream = levels.stream
        and comparable.stream_key = levels.stream_key
        and comparable.as_of_date >= levels.on_date
    where comparable.scope is distinct from 'window'
    union all
    select * from window_counts
),

-- a total that stood higher once
falls as (
    select series, as_of_date from comparable
    where bound in ('=', '>=')
    qualify
        scope in ('cumulative', 'ordinal')
        and value < max(value) over (
            partition by series
            order by as_of_date
            rows between unbounded preceding and 1 preceding
        )
),

compared as (
    select
        judged.*,
        case when judged.not_comparable_reason is null then coalesce(counts_by_then.itemised, 0) end as itemised_by_then,
        case when judged.stream is not null then coalesce(now_counts.itemised, 0) end as itemised_now,
        falls.series is not null as falls_below_previous,
    from judged
    left join counts_by_then
        on judged.series = counts_by_then.series and judged.as_of_date = counts_by_then.as_of_date
    left join falls on judged.series = falls.series and judged.as_of_date = falls.as_of_date
    left join now_counts on judged.stream = now_counts.stream and judged.stream_key = now_counts.stream_key
)

select
    compared.series_id,
    compared.as_of_date,
    compared.claimant,
    compared.subject,
    compared.metric,
    compared.scope,
    compared.window_from,
    compared.window_to,
    compared.value,
    compared.bound,
    compared.article_count,
    compared.rival_values,
    cast(compared.itemised_by_then as bigint) as itemised_by_then,
    compared.itemised_now,
    compared.value - compared.itemised_by_then as gap,
    round(100.0 * compared.itemised_by_then / nullif(compared.value, 0), 1) as coverage_pct,
    compared.not_comparable_reason is null as comparable,
    compared.not_comparable_reason,
    compared.falls_below_previous,
    version.published_at as refreshed_at,
from compared
cross join version
order by compared.series_id, compared.as_of_date
