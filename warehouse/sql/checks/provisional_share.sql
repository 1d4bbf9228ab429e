-- At most half of the members of a dimension, of twenty or more, are provisional.
-- Why: more means that the lexicons fall behind the news, or that the extractor takes words for names.
-- Table: core.dim_spacecraft
-- Severity: warn
with
members as (
    select 'dim_parties' as dimension, is_provisional from core.dim_parties
    union all
    select 'dim_organizations' as dimension, is_provisional from core.dim_organizations
    union all
    select 'dim_instruments' as dimension, is_provisional from core.dim_instruments
    union all
    select 'dim_programmes' as dimension, is_provisional from core.dim_programmes
    union all
    select 'dim_vehicles' as dimension, is_provisional from core.dim_vehicles
    union all
    select 'dim_launch_sites' as dimension, is_provisional from core.dim_launch_sites
    union all
    select 'dim_spacecraft' as dimension, is_provisional from core.dim_spacecraft
    union all
    select 'dim_sources' as dimension, is_provisional from core.dim_sources
)

select
    dimension,
    count(*) as members,
    count_if(is_provisional) as provisional,
from members
group by dimension
having count(*) >= 20 and count_if(is_provisional) > 0.5 * count(*)
