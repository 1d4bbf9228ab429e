with
version as (
    select * from metrics.published_version
),

reviews as (
    select * from store.reviews
),

redirects as (
    select * from store.curated_redirects
),

mismatches as (
    select * from metrics.launch_mismatches
    where mismatch = 'told_twice'
),

catalogued as (
    select * from core.bridge_launch_catalogues
),

settled as (
    select * from store.settled_doubts
),

overrides as (
    select * from core.overrides
),

fact_claims as not materialized (
    select * from core.bridge_fact_claims
),

claims as not materialized (
    select * from core.claims
),

quotes as (
    select * from core.claim_quotes
),

agreements as (
    select * from core.fact_agreements
),

launches as (
    select * from core.fact_launches
),

cooperations as (
    select * from core.fact_cooperations
),

totals as (
    select * from core.fact_reported_totals
),

-- how many rows of the metrics each fact moves
facts as (
    select
        'agreement' as fact_type,
        agreement_id as fact_id,
        confidence,
        is_sample_only,
        if(counts_in_totals, 1 + party_count * (party_count - 1) // 2, 1) as moves,
        concat_ws(
            ', ', agreement_type, status, coalesce(cast(signed_date as varchar), cast(signed_year as varchar)), programme
        ) as label,
        status,
    from agreements
    union all
    select
        'launch' as fact_type,
        launch_id as fact_id,
        confidence,
        is_sample_only,
        1 + customer_count as moves,
        concat_ws(
            ', ', 'launch', status, coalesce(if(launch_date_precision = 'day', cast(launch_from as varchar), null), cast(launch_year as varchar)), vehicle_id
        ) as label,
        status,
    from launches
    union all
    select
        'cooperation' as fact_type,
        cooperation_id as fact_id,
        confidence,
        is_sample_only,
        greatest(1, party_count * (party_count - 1) // 2) as moves,
        concat_ws(', ', cooperation_type, subject) as label,
        null as status,
    from cooperations
    union all
    select
        'total' as fact_type,
        total_id as fact_id,
        confidence,
        is_sample_only,
        1 as moves,
        concat_ws(' ', value, metric, subject, party_code) as label,
        null as status,
    from totals
),

counted as (
    select facts.* replace (if(facts.is_sample_only and version.has_real_source, 0, facts.moves) as moves)
    from facts
    cross join version
),

-- doubts that resolution left, under the ids that stand now
told as (
    select
        reviews.doubt,
        reviews.claim_id,
        case
            when reviews.column_name = 'signed' then 'signed_date'
            when reviews.column_name = 'start' then 'start_from'
            when reviews.column_name = 'date' then 'date'
            else reviews.column_name
        end as column_name,
        reviews.score as doubt_score,
        coalesce(redirects.new_id, named.fact_id) as fact_id,
        hash(reviews.doubt, reviews.fact_ids, reviews.claim_id, reviews.column_name) as review,
    from reviews
    cross join unnest(reviews.fact_ids) as named (fact_id)
    left join redirects on named.fact_id = redirects.old_id
),

-- of a report without a date its own fact comes first
owners as (
    select distinct
        told.review,
        fact_claims.fact_id,
    from told
    inner join claims on told.claim_id = claims.claim_id
    inner join fact_claims on claims.claim_key = fact_claims.claim_key
    where told.doubt = 'undated'
),

gathered as (
    select
        told.review,
        told.doubt,
        any_value(told.claim_id) as claim_id,
        any_value(told.column_name) as column_name,
        max(told.doubt_score) as doubt_score,
        list(distinct told.fact_id order by told.fact_id) as fact_ids,
        any_value(owners.fact_id) as owner_id,
    from told
    inner join counted using (fact_id)
    left join owners on told.review = owners.review and told.fact_id = owners.fact_id
    group by told.review, told.doubt
    having told.doubt = 'conflict' or count(distinct told.fact_id) > 1
),

-- launches of which a catalogue knows one only
told_twice as (
    select distinct
        list_sort([mismatches.launch_id, catalogued.other_launch_id]) as fact_ids,
        0.7 as doubt_score,
    from mismatches
    inner join catalogued using (launch_id, catalogue_id)
    where catalogued.other_launch_id is not null
),

of_facts as (
    select
        gathered.doubt,
        coalesce(gathered.owner_id, gathered.fact_ids[1]) as fact_id,
        gathered.fact_ids,
        gathered.claim_id,
        gathered.column_name,
        greatest(gathered.doubt_score, told_twice.doubt_score) as doubt_score,
    from gathered
    left join told_twice on gathered.doubt = 'near_merge' and gathered.fact_ids = told_twice.fact_ids
    union all
    select
        'near_merge' as doubt,
        told_twice.fact_ids[1] as fact_id,
        told_twice.fact_ids,
        '' as claim_id,
        '' as column_name,
        told_twice.doubt_score,
    from told_twice
    anti join gathered on gathered.doubt = 'near_merge' and told_twice.fact_ids = gathered.fact_ids
    union all
    select
        'low_confidence' as doubt,
        fact_id,
        [fact_id] as fact_ids,
        '' as claim_id,
        '' as column_name,
        round(1 - confidence, 4) as doubt_score,
    from counted
    where confidence < 0.7 and moves > 0
    union all
    select
        'undated' as doubt,
        agreement_id as fact_id,
        [agreement_id] as fact_ids,
        '' as claim_id,
        '' as column_name,
        0.25 as doubt_score,
    from agreements
    where
        exclusion_reason = 'possible_repeat'
        and agreement_id not in (select owners.fact_id from owners)
),

named_columns as (
    select
        of_facts.* exclude (column_name),
        counted.fact_type,
        case
            when of_facts.column_name = 'date' and counted.status = 'planned' then 'planned_date_latest'
            when of_facts.column_name = 'date' then 'flown_date'
            else of_facts.column_name
        end as column_name,
        counted.label,
        counted.moves,
    from of_facts
    inner join counted using (fact_id)
),

open_doubts as materialized (
    select named_columns.*
    from named_columns
    where not exists (
        select 1 from settled
        where
            settled.doubt = named_columns.doubt
            and list_contains(named_columns.fact_ids, settled.fact_id)
            and (settled.column_name in ('', named_columns.column_name) or named_columns.column_name = '')
            and (settled.other_id = '' or list_contains(named_columns.fact_ids, settled.other_id))
    )
),

doubted as (
    select distinct unnest(fact_ids) as fact_id from open_doubts
),

-- of the facts in doubt alone: there is far more evidence than doubt
doubted_claims as materialized (
    select
        fact_claims.fact_id,
        fact_claims.claim_key,
        fact_claims.unchosen,
        claims.claim_id,
        claims.rule,
    from fact_claims
    semi join doubted using (fact_id)
    inner join claims using (claim_key)
),

-- what is told of a fact whose sources disagree
disputed_evidence as (
    select
        doubted_claims.fact_id,
        quotes.column_name,
        quotes.claimed_value,
        doubted_claims.claim_id,
        doubted_claims.unchosen is null
        or not list_contains(doubted_claims.unchosen, concat(quotes.column_name, ':', quotes.element)) as is_chosen,
    from doubted_claims
    semi join (select fact_id from open_doubts where doubt = 'conflict') as disputed using (fact_id)
    inner join quotes using (claim_key)
),

-- who and what takes part
participants as (
    select agreement_id as fact_id, party_code as code from core.bridge_agreement_parties
    union all
    select cooperation_id, party_code from core.bridge_cooperation_parties
    union all
    select launch_id, party_code from core.bridge_launch_customers
    union all
    select payloads.launch_id, spacecraft.spacecraft_name
    from core.bridge_launch_payloads as payloads
    inner join core.dim_spacecraft as spacecraft using (spacecraft_id)
),

parties as (
    select
        fact_id,
        string_agg(distinct code, ' ' order by code) as party_codes,
    from participants
    semi join doubted using (fact_id)
    group by fact_id
),

anchors as (
    select
        fact_id,
        min(claim_id) as claim_id,
    from doubted_claims
    where rule <> 'override'
    group by fact_id
),

-- sorted as a list: an aggregate that sorts takes twice as long
named_others as (
    select
        open_doubts.doubt,
        open_doubts.fact_ids,
        open_doubts.claim_id,
        open_doubts.column_name,
        list_sort(list({
            'fact_id': named.fact_id,
            'label': concat_ws(' ', counted.label, parties.party_codes),
        })) as named,
        max(counted.moves) as moves,
    from open_doubts
    cross join unnest(open_doubts.fact_ids) as named (fact_id)
    inner join counted on named.fact_id = counted.fact_id
    left join parties on named.fact_id = parties.fact_id
    where named.fact_id <> open_doubts.fact_id
    group by all
),

others as (
    select
        * exclude (named),
        array_to_string([one.fact_id for one in named], ' ') as other_ids,
        array_to_string([one.label for one in named], ' / ') as other_labels,
    from named_others
),

plans as (
    select
        fact_id,
        claim_id,
    from disputed_evidence
    where column_name = 'status' and claimed_value = 'planned'
),

standing_values as (
    select
        open_doubts.fact_id,
        open_doubts.column_name,
        min(claimed.claimed_value) as standing_value,
    from open_doubts
    inner join disputed_evidence as claimed using (fact_id, column_name)
    where open_doubts.doubt = 'conflict' and claimed.is_chosen
    group by open_doubts.fact_id, open_doubts.column_name
),

-- neither a plan of what was done, nor the same told less exactly
rival_values as (
    select
        open_doubts.fact_id,
        open_doubts.column_name,
        string_agg(distinct claimed.claimed_value, ', ' order by claimed.claimed_value) as rival_values,
    from open_doubts
    inner join counted using (fact_id)
    inner join disputed_evidence as claimed using (fact_id, column_name)
    left join plans on claimed.fact_id = plans.fact_id and claimed.claim_id = plans.claim_id
    left join standing_values using (fact_id, column_name)
    where
        open_doubts.doubt = 'conflict'
        and not claimed.is_chosen
        and (plans.claim_id is null or coalesce(counted.status, '') = 'planned')
        and not coalesce(starts_with(standing_values.standing_value, claimed.claimed_value), false)
    group by open_doubts.fact_id, open_doubts.column_name
),

rivals as (
    select * from standing_values
    full join rival_values using (fact_id, column_name)
),

asked as (
    select
        open_doubts.doubt,
        open_doubts.fact_type,
        open_doubts.fact_id,
        others.other_ids,
        nullif(open_doubts.column_name, '') as column_name,
        null as subject_id,
        coalesce(nullif(open_doubts.claim_id, ''), anchors.claim_id) as claim_id,
        concat_ws(' ', open_doubts.label, parties.party_codes) as own_label,
        case open_doubts.doubt
            when 'low_confidence' then
                'Is this right: ' || own_label || '? It was read with a confidence of '
                || round(1 - open_doubts.doubt_score, 2) || '.'
            when 'conflict' then
                'Sources disagree on ' || open_doubts.column_name || ' of ' || own_label
                || coalesce('; it says ' || rivals.standing_value, '')
                || coalesce('; others say ' || rivals.rival_values, '') || '.'
            when 'near_merge' then 'Are these one: ' || own_label || ' / ' || others.other_labels || '?'
            else coalesce(
                'A report without a date fits several: ' || own_label || ' / ' || others.other_labels || '.',
                'It bears no date and may repeat another agreement of the same parties: ' || own_label || '.'
            )
        end as question,
        open_doubts.doubt_score,
        greatest(open_doubts.moves, coalesce(others.moves, 0)) as moves,
    from open_doubts
    left join anchors using (fact_id)
    left join parties using (fact_id)
    left join rivals using (fact_id, column_name)
    left join others
        on
            open_doubts.doubt = others.doubt
            and open_doubts.fact_ids = others.fact_ids
            and open_doubts.claim_id = others.claim_id
            and open_doubts.column_name = others.column_name
),

provisional as (
    select 'vehicle' as what, vehicle_id as id, vehicle_name as name from core.dim_vehicles where is_provisional
    union all
    select 'launch site', launch_site_id, launch_site_name from core.dim_launch_sites where is_provisional
    union all
    select 'spacecraft', spacecraft_id, spacecraft_name from core.dim_spacecraft where is_provisional
    union all
    select 'organisation', organization_id, organization_name from core.dim_organizations where is_provisional
    union all
    select 'instrument', instrument_id, instrument_name from core.dim_instruments where is_provisional
    union all
    select 'programme', programme_id, programme_name from core.dim_programmes where is_provisional
    union all
    select 'party', party_code, party_name from core.dim_parties where is_provisional
    union all
    select 'outlet', source_id, source_name from core.dim_sources where is_provisional
),

-- the facts that bear each provisional name
bearers as (
    select vehicle_id as id, launch_id as fact_id from launches
    union
    select launch_site_id, launch_id from launches
    union
    select spacecraft_id, launch_id from core.bridge_launch_payloads
    union
    select spacecraft_id, cooperation_id from cooperations
    union
    select organization_id, agreement_id from core.bridge_agreement_organizations
    union
    select instrument_id, agreement_id from agreements
    union
    select party_code, agreement_id from core.bridge_agreement_parties
    union
    select party_code, cooperation_id from core.bridge_cooperation_parties
    union
    select party_code, launch_id from core.bridge_launch_customers
),

borne as (
    select id, count(*) as facts from bearers
    group by id
    union all
    select source_id, count(*) from core.dim_articles
    group by source_id
),

named as (
    select
        'provisional_name' as doubt,
        null as fact_type,
        null as fact_id,
        null as other_ids,
        null as column_name,
        provisional.id as subject_id,
        null as claim_id,
        'Is ' || provisional.name || ' a new ' || provisional.what || ', or another name of a listed one? '
        || 'Met in ' || coalesce(sum(borne.facts), 0)::bigint || if(provisional.what = 'outlet', ' article', ' fact')
        || if(coalesce(sum(borne.facts), 0) = 1, '.', 's.') as question,
        0.5 as doubt_score,
        coalesce(sum(borne.facts), 0)::bigint as moves,
    from provisional
    left join borne using (id)
    where provisional.id not in (select settled.fact_id from settled where settled.doubt = 'provisional_name')
    group by provisional.what, provisional.id, provisional.name
),

stale as (
    select
        'stale_override' as doubt,
        overrides.fact_type,
        overrides.fact_id,
        null as other_ids,
        overrides.column_name,
        overrides.override_id as subject_id,
        overrides.anchor_id as claim_id,
        overrides.file_name || ' entry ' || overrides.entry_number || ' (' || overrides.action || ') no longer applies: '
        || overrides.problem || '.' as question,
        1.0 as doubt_score,
        3 as moves,
    from overrides
    where
        overrides.status = 'stale'
        and overrides.override_id not in (select settled.fact_id from settled where settled.doubt = 'stale_override')
),

together as (
    select * exclude (own_label) from asked
    union all by name
    select * from named
    union all by name
    select * from stale
),

scored as (
    select
        *,
        'rev_' || left(
            md5(concat_ws('|', doubt, coalesce(fact_id, ''), other_ids, column_name, subject_id, if(doubt = 'undated', claim_id, ''))),
            16
        ) as item_id,
        round(doubt_score * log2(1 + moves), 4) as score,
    from together
)

select
    scored.item_id,
    row_number() over (order by scored.score desc, scored.item_id) as rank,
    scored.doubt,
    scored.fact_type,
    scored.fact_id,
    scored.other_ids,
    scored.column_name,
    scored.subject_id,
    scored.claim_id,
    scored.question,
    scored.doubt_score,
    scored.moves,
    scored.score,
    version.published_at as refreshed_at,
from scored
cross join version
qualify row_number() over (partition by scored.item_id order by scored.claim_id) = 1
order by rank
