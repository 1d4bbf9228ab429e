-- Every export that the star tells with supplier and buyer is a line of the metric, and only one.
-- Why: a satellite told by contract, launch and undertaking is one satellite.
-- Table: metrics.satellite_exports
-- Severity: error, blocking
with
version as (
    select * from metrics.published_version
),

told as (
    select distinct
        suppliers.party_code as supplier_code,
        buyers.party_code as buyer_code,
        exports.spacecraft_id,
    from core.fact_cooperations as exports
    inner join core.bridge_cooperation_parties as suppliers
        on exports.cooperation_id = suppliers.cooperation_id and suppliers.role = 'supplier'
    inner join core.bridge_cooperation_parties as buyers
        on exports.cooperation_id = buyers.cooperation_id and buyers.role = 'customer'
    cross join version
    where
        exports.cooperation_type = 'satellite_export'
        and not (exports.is_sample_only and version.has_real_source)
),

lines as (
    select
        supplier_code,
        buyer_code,
        spacecraft_id,
        count(*) as lines,
    from metrics.satellite_exports
    group by supplier_code, buyer_code, spacecraft_id
)

select
    coalesce(told.supplier_code, lines.supplier_code) as supplier_code,
    coalesce(told.buyer_code, lines.buyer_code) as buyer_code,
    coalesce(told.spacecraft_id, lines.spacecraft_id) as spacecraft_id,
    coalesce(lines.lines, 0) as lines,
from told
full join lines
    on told.supplier_code = lines.supplier_code
    and told.buyer_code = lines.buyer_code
    and told.spacecraft_id is not distinct from lines.spacecraft_id
where
    lines.lines is null
    or lines.lines > 1
