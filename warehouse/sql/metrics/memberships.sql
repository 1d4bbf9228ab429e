-- An ordinal is claimed by an article that tells both the figure and the accession of exactly one party.
with
members as (
    select * from core.fact_memberships
),

instruments as (
    select * from core.dim_instruments
),

aliases as (
    select * from core.dim_aliases
    where dimension = 'instruments'
),

totals as (
    select * from core.fact_reported_totals
    where metric = 'partner_countries' and scope = 'ordinal'
),

fact_claims as (
    select * from core.bridge_fact_claims
    where fact_type = 'agreement'
),

claims as (
    select * from core.claims
),

version as (
    select * from metrics.published_version
),

counted as (
    select members.*
    from members
    cross join version
    where not (members.is_sample_only and version.has_real_source)
),

names as (
    select instrument_id, lower(instrument_name) as name from instruments
    union
    select id as instrument_id, lower(alias) as name from aliases
),

ordinals as (
    select
        totals.article_id,
        names.instrument_id,
        min(totals.value) as ordinal,
    from totals
    inner join names on lower(totals.subject) = names.name
    group by totals.article_id, names.instrument_id
),

tellings as (
    select distinct
        claims.article_id,
        counted.instrument_id,
        counted.party_code,
    from fact_claims
    inner join counted on fact_claims.fact_id = counted.agreement_id
    inner join claims on fact_claims.claim_key = claims.claim_key
    where counted.role = 'joiner'
),

single_tellings as (
    select
        article_id,
        instrument_id,
        min(party_code) as party_code,
    from tellings
    group by article_id, instrument_id
    having count(*) = 1
),

claimed as (
    select
        ordinals.instrument_id,
        single_tellings.party_code,
        min(ordinals.ordinal) as ordinal_claimed,
    from ordinals
    inner join single_tellings
        on ordinals.article_id = single_tellings.article_id
        and ordinals.instrument_id = single_tellings.instrument_id
    group by ordinals.instrument_id, single_tellings.party_code
),

placed as (
    select
        instrument_id,
        party_code,
        rank() over (partition by instrument_id order by joined_date) as ordinal_itemised,
    from counted
    where joined_date is not null
)

select
    counted.instrument_id,
    counted.party_code,
    counted.joined_date,
    counted.left_date,
    placed.ordinal_itemised,
    cast(claimed.ordinal_claimed as bigint) as ordinal_claimed,
    version.published_at as refreshed_at,
from counted
cross join version
left join placed
    on counted.instrument_id = placed.instrument_id and counted.party_code = placed.party_code
left join claimed
    on counted.instrument_id = claimed.instrument_id and counted.party_code = claimed.party_code
order by counted.instrument_id, counted.party_code
