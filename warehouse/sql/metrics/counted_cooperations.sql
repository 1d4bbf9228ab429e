-- Undertakings that the metrics count.
create view metrics.counted_cooperations as
with
cooperations as (
    select * from core.fact_cooperations
),

version as (
    select * from metrics.published_version
)

select
    cooperations.cooperation_id,
    cooperations.cooperation_type,
    cooperations.subject,
    cooperations.spacecraft_id,
    cooperations.start_year,
    cooperations.first_reported_date,
from cooperations
cross join version
where not (cooperations.is_sample_only and version.has_real_source);

comment on view metrics.counted_cooperations is
'One row per undertaking that the metrics count: facts known from the sample alone are left out once a real source is configured.';
