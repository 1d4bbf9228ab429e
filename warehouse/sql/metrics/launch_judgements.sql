with
launches as (
    select
        counted.*,
        facts.launch_date_precision,
        facts.catalogue_id,
    from metrics.counted_launches as counted
    inner join core.fact_launches as facts using (launch_id)
),

catalogues as (
    select * from core.catalogues
    where launch_rank is not null
),

found as (
    select * from core.bridge_launch_catalogues
),

listed as (
    select * from core.catalogue_launches
),

version as (
    select * from metrics.published_version
),

spanning as (
    select
        launches.launch_id,
        arg_min(catalogues.catalogue, catalogues.launch_rank) as catalogue,
    from launches
    inner join catalogues
        on launches.flown_date between catalogues.launches_from and catalogues.launches_to
    group by launches.launch_id
),

judges as (
    select
        launches.*,
        coalesce(listed.catalogue, spanning.catalogue) as catalogue,
        case
            when not launches.is_flown then 'planned'
            when launches.flown_date is null then 'not known to the day'
            when listed.catalogue is null and spanning.catalogue is null then 'outside the span'
        end as not_judged_reason,
    from launches
    left join listed on launches.catalogue_id = listed.catalogue_id
    left join spanning on launches.launch_id = spanning.launch_id
    where exists (select 1 from catalogues)
),

compared as (
    select
        judges.launch_id,
        judges.not_judged_reason,
        judges.catalogue,
        found.catalogue_id,
        found.is_match,
        found.match_basis,
        found.days_apart,
        judges.not_judged_reason is null and coalesce(found.is_match, false) as is_compared,
        found.is_same_vehicle,
        found.is_same_site,
        judges.status,
        listed.outcome,
    from judges
    left join found on judges.launch_id = found.launch_id and judges.catalogue = found.catalogue
    left join listed on found.catalogue_id = listed.catalogue_id
),

marked as (
    select
        *,
        is_compared and abs(days_apart) > 1 as has_other_day,
        is_compared and not coalesce(is_same_vehicle, true) as has_other_vehicle,
        is_compared and not coalesce(is_same_site, true) as has_other_site,
        is_compared and status = 'success' and outcome = 'failure' as is_failure_told_as_success,
        is_compared and status = 'failure' and outcome = 'success' as is_success_told_as_failure,
    from compared
)

select
    marked.launch_id,
    case
        when marked.not_judged_reason is not null then 'not_judged'
        when marked.catalogue_id is null then 'not_in_catalogue'
        when not marked.is_match then 'told_twice'
        when
            marked.has_other_day
            or marked.has_other_vehicle
            or marked.has_other_site
            or marked.is_failure_told_as_success
            or marked.is_success_told_as_failure
            then 'differs'
        else 'agrees'
    end as verdict,
    marked.not_judged_reason,
    marked.catalogue,
    marked.catalogue_id,
    marked.match_basis,
    marked.days_apart,
    marked.has_other_day,
    marked.has_other_vehicle,
    marked.has_other_site,
    marked.is_failure_told_as_success,
    marked.is_success_told_as_failure,
    version.published_at as refreshed_at,
from marked
cross join version
order by marked.launch_id
