-- A star schema of many facts, made of nothing but numbers: as large as a million claims leave it. Times depend on sizes
-- and on how skewed the parties are, so a few parties take part in most events. `$facts` is bound: agreements, launches,
-- undertakings and totals together.
create temp table sizes as
select
    $facts::bigint as facts,
    $facts * 4 // 10 as agreements,
    $facts * 25 // 100 as launches,
    $facts * 2 // 10 as cooperations,
    $facts * 15 // 100 as totals;

create temp macro pick(seed, many) as cast(hash(seed) % many as bigint);

-- the smaller the number the likelier
create temp macro skewed(seed, many) as cast(floor(many * power((hash(seed) % 10000) / 10000.0, 3)) as bigint);

create temp macro some_party(seed) as 'P' || lpad(cast(skewed(seed, 220) as varchar), 3, '0');

create temp macro some_day(seed) as date '1990-01-01' + cast(pick(seed, 12600) as integer);

insert into core.dim_countries by name
select
    'P' || lpad(cast(i as varchar), 3, '0') as country_code,
    country_code as country_name,
    country_code as sovereign_code,
from range(190) as r (i);

insert into core.dim_parties by name
select
    'P' || lpad(cast(i as varchar), 3, '0') as party_code,
    party_code as party_name,
    if(i < 190, 'country', 'body') as party_type,
    party_code as sovereign_code,
    false as is_provisional,
from range(220) as r (i);

insert into core.dim_organizations by name
select
    'org-' || i as organization_id,
    organization_id as organization_name,
    'P' || lpad(cast(i % 190 as varchar), 3, '0') as party_code,
    false as is_provisional,
from range(2000) as r (i);

insert into core.dim_instruments by name
select
    'instrument-' || i as instrument_id,
    'Instrument ' || i as instrument_name,
    false as is_provisional,
from range(20) as r (i);

insert into core.dim_programmes by name
select
    'programme-' || i as programme_id,
    'Programme ' || i as programme_name,
    false as is_provisional,
from range(300) as r (i);

insert into core.dim_vehicles by name
select
    'vehicle-' || i as vehicle_id,
    'Vehicle ' || i as vehicle_name,
    'Family ' || (i // 5) as vehicle_family,
    'P' || lpad(cast(skewed(i, 20) as varchar), 3, '0') as country_code,
    'org-' || i as organization_id,
    false as is_provisional,
from range(150) as r (i);

insert into core.dim_launch_sites by name
select
    'site-' || i as launch_site_id,
    'Site ' || i as launch_site_name,
    false as is_provisional,
from range(40) as r (i);

insert into core.dim_spacecraft by name
select
    'craft-' || i as spacecraft_id,
    'Craft ' || i as spacecraft_name,
    i % 50 = 0 as is_series,
    false as is_provisional,
from range(40000) as r (i);

insert into core.dim_sources by name
select
    'source-' || i as source_id,
    'Source ' || i as source_name,
    1 + i % 4 as source_tier,
    'unknown' as ownership,
    false as is_provisional,
from range(300) as r (i);

insert into core.dim_articles by name
select
    'art_' || i as article_id,
    some_day(i) as published_date,
    false as is_date_doubtful,
    timestamp '2025-01-01' as fetched_at,
    'source-' || skewed(i, 300) as source_id,
    'inbox' as origin,
    1 as version_count,
    false as is_sample,
    false as is_withdrawn,
from sizes, range(sizes.facts * 2) as r (i);

insert into core.fact_agreements by name
select
    'agr_' || i as agreement_id,
    if(i % 12 = 0, 'accession', ['mou', 'contract', 'framework', 'agreement'][1 + pick(i, 4)]) as agreement_type,
    ['signed', 'signed', 'signed', 'planned', 'ended'][1 + pick(-i, 5)] as status,
    if(i % 10 = 0, null, some_day(i)) as signed_date,
    signed_date as signed_from,
    signed_date as signed_to,
    year(signed_date) as signed_year,
    if(i % 10 = 0, 'unknown', 'day') as signed_date_precision,
    some_day(i) as first_reported_date,
    if(i % 12 = 0, 'instrument-' || pick(i, 20), null) as instrument_id,
    'Craft ' || pick(i, 40000) as programme,
    'unknown' as agreement_level,
    if(i % 25 = 1, 8, 2) as party_count,
    1 as article_count,
    1 as source_count,
    false as only_state_media,
    false as is_sample_only,
    0.9 as confidence,
    0.5 as quality_score,
    status = 'signed' as counts_in_totals,
from sizes, range(sizes.agreements) as r (i);

insert into core.bridge_agreement_parties by name
select distinct on (agreement_id, party_code)
    agreement_id,
    some_party(agreement_id || j) as party_code,
    case
        when agreement_type = 'accession' then if(j = 0, 'lead', 'joiner')
        when agreement_type = 'contract' then if(j = 0, 'supplier', 'customer')
        else 'signatory'
    end as role,
    'unknown' as party_level,
from core.fact_agreements, range(party_count) as r (j);

update core.fact_agreements set party_count = counted.parties
from (select agreement_id, count(*) as parties from core.bridge_agreement_parties group by agreement_id) as counted
where fact_agreements.agreement_id = counted.agreement_id;

insert into core.bridge_agreement_organizations by name
select agreement_id, 'org-' || pick(agreement_id, 2000) as organization_id from core.fact_agreements;

insert into core.bridge_agreement_programmes by name
select agreement_id, 'programme-' || pick(agreement_id, 300) as programme_id from core.fact_agreements
where hash(agreement_id) % 3 = 0;

insert into core.fact_memberships by name
select distinct on (a.instrument_id, p.party_code)
    a.instrument_id,
    p.party_code,
    'joiner' as role,
    a.signed_date as joined_date,
    a.signed_date as joined_from,
    a.signed_date as joined_to,
    a.signed_year as joined_year,
    a.signed_date_precision as joined_date_precision,
    true as is_member,
    a.agreement_id,
    1 as source_count,
    false as is_sample_only,
from core.fact_agreements as a
inner join core.bridge_agreement_parties as p on a.agreement_id = p.agreement_id
where a.instrument_id is not null and p.role = 'joiner' and a.status <> 'planned'
order by a.agreement_id;

insert into core.fact_launches by name
select
    'lch_' || i as launch_id,
    ['success', 'success', 'success', 'failure', 'planned'][1 + pick(i, 5)] as status,
    status <> 'planned' as is_flown,
    if(status <> 'planned', some_day(i), null) as flown_date,
    some_day(i) as launch_from,
    some_day(i) as launch_to,
    year(some_day(i)) as launch_year,
    'day' as launch_date_precision,
    0 as slip_count,
    false as is_overdue,
    some_day(i) as first_reported_date,
    'vehicle-' || skewed(i, 150) as vehicle_id,
    'site-' || pick(i, 40) as launch_site_id,
    'P' || lpad(cast(skewed(skewed(i, 150), 20) as varchar), 3, '0') as provider_country_code,
    true as is_foreign_customer,
    false as is_rideshare,
    2 as payload_count,
    1 as customer_count,
    1 as article_count,
    1 as source_count,
    false as is_sample_only,
    0.9 as confidence,
    0.5 as quality_score,
from sizes, range(sizes.launches) as r (i);

insert into core.bridge_launch_payloads by name
select launch_id, 'craft-' || ((pick(launch_id, 40000) + j) % 40000) as spacecraft_id
from core.fact_launches, range(2) as r (j);

insert into core.bridge_launch_customers by name
select launch_id, some_party(launch_id) as party_code, party_code <> provider_country_code as is_foreign
from core.fact_launches;

insert into core.fact_cooperations by name
select
    'coop_' || i as cooperation_id,
    ['satellite_export', 'launch_service', 'joint_mission', 'data_sharing'][1 + pick(i, 4)] as cooperation_type,
    if(i % 5 = 0, null, 'craft-' || pick(i, 40000)) as spacecraft_id,
    'unknown' as start_date_precision,
    'stated' as status,
    some_day(i) as first_reported_date,
    2 as party_count,
    1 as article_count,
    1 as source_count,
    false as only_state_media,
    false as is_sample_only,
    0.9 as confidence,
    0.5 as quality_score,
from sizes, range(sizes.cooperations) as r (i);

insert into core.bridge_cooperation_parties by name
select distinct on (cooperation_id, party_code)
    cooperation_id,
    some_party(cooperation_id || j) as party_code,
    if(cooperation_type = 'satellite_export', if(j = 0, 'supplier', 'customer'), 'partner') as role,
from core.fact_cooperations, range(2) as r (j);

insert into core.fact_reported_totals by name
select
    'tot_' || i as total_id,
    ['agreements', 'partner_countries', 'launches', 'satellites', 'projects'][1 + pick(i, 5)] as metric,
    1 + pick(i, 300) as value,
    '=' as bound,
    if(i % 9 = 0, null, some_party(i)) as party_code,
    case pick(-i, 4)
        when 0 then 'Family ' || skewed(i, 30)
        when 1 then 'Instrument ' || pick(i, 20)
        when 2 then 'Org-' || pick(i, 2000)
    end as subject,
    ['cumulative', 'window', 'ordinal', 'current', 'planned'][1 + pick(i * 7, 5)] as scope,
    some_day(i) as as_of_date,
    if(scope = 'window', some_day(i) - 1500, null) as window_from,
    'art_' || pick(i, (select facts * 2 from sizes)) as article_id,
    some_day(i) as first_reported_date,
    false as is_sample_only,
    0.9 as confidence,
from sizes, range(sizes.totals) as r (i);

-- five claims a fact, three quotes a claim
create temp table told_claims as
with
facts as (
    select 'agreement' as fact_type, agreement_id as fact_id, 'signed' as claimed from core.fact_agreements
    union all
    select 'launch' as fact_type, launch_id as fact_id, 'success' as claimed from core.fact_launches
    union all
    select 'cooperation' as fact_type, cooperation_id as fact_id, 'x' as claimed from core.fact_cooperations
    union all
    select 'total' as fact_type, total_id as fact_id, 'x' as claimed from core.fact_reported_totals
)

select
    md5_number_lower(concat(fact_id, r.i)) as claim_key,
    facts.*,
    r.i as number,
from facts, range(5) as r (i);

insert into core.claims by name
select
    claim_key,
    'clm_' || fact_id || number as claim_id,
    'art_' || pick(fact_id || number, (select facts * 2 from sizes)) as article_id,
    'rule' as rule,
    'r1' as rules_version,
from told_claims
order by claim_key;

insert into core.bridge_fact_claims by name
select
    fact_type,
    fact_id,
    claim_key,
    false as is_first_plan,
    if(number > 0, ['party_code:P000', 'programme:', 'status:'], null) as unchosen,
from told_claims
order by fact_id;

insert into core.claim_quotes by name
select
    claim_key,
    ['status', 'party_code', 'programme'][1 + j] as column_name,
    if(j = 1, 'P000', '') as element,
    claimed as claimed_value,
    'text' as text_part,
    j as char_start,
    j + 6 as char_end,
    'signed' as quote,
    'The two sides signed it on ' || (3 * number + j) || ' in claim ' || fact_id || '.' as sentence,
    false as is_inferred,
from told_claims, range(3) as r (j)
order by claim_key;

insert into core.dim_dates by name
select
    cast(d as date) as date_key,
    year(d) as year,
    quarter(d) as quarter,
    month(d) as month,
    day(d) as day,
from generate_series(timestamp '1985-01-01', timestamp '2030-12-31', interval 1 day) as s (d);
