with
judgements as (
    select * from metrics.launch_judgements
),

launches as (
    select * from metrics.counted_launches
    where is_flown
),

listed as (
    select
        launch_year as year,
        count(*) as catalogue_launches,
    from core.catalogue_launches
    where
        outcome <> 'planned'
        and catalogue = (select catalogue from core.catalogues where launch_rank = 1)
    group by launch_year
),

version as (
    select * from metrics.published_version
),

counted as (
    select
        launches.launch_year as year,
        count(*) as flown,
        count_if(judgements.verdict = 'not_judged') as not_judged,
        count_if(judgements.verdict <> 'not_judged') as judged,
        count_if(judgements.verdict in ('agrees', 'differs')) as in_catalogue,
        count_if(judgements.verdict = 'agrees') as agreeing,
        count_if(judgements.verdict = 'not_in_catalogue') as not_in_catalogue,
        count_if(judgements.verdict = 'told_twice') as told_twice,
        count_if(judgements.has_other_day) as other_dates,
        count_if(judgements.has_other_vehicle) as other_vehicles,
        count_if(judgements.has_other_site) as other_sites,
        count_if(judgements.is_failure_told_as_success) as failures_told_as_success,
        count_if(judgements.is_success_told_as_failure) as successes_told_as_failure,
    from launches
    inner join judgements using (launch_id)
    group by launches.launch_year
)

select
    counted.year,
    counted.flown,
    counted.not_judged,
    counted.judged,
    counted.in_catalogue,
    counted.agreeing,
    counted.in_catalogue / nullif(counted.judged, 0) as in_catalogue_share,
    counted.agreeing / nullif(counted.judged, 0) as agreeing_share,
    counted.not_in_catalogue,
    counted.told_twice,
    counted.other_dates,
    counted.other_vehicles,
    counted.other_sites,
    counted.failures_told_as_success,
    counted.successes_told_as_failure,
    coalesce(listed.catalogue_launches, 0) as catalogue_launches,
    version.published_at as refreshed_at,
from counted
cross join version
left join listed using (year)
order by counted.year
