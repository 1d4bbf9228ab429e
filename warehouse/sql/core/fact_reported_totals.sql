with
    totals as (
        select * from stage.total_values
    ),

    fact_sources as (
        select * from stage.fact_sources
    )

select
    totals.fact_id as total_id,
    totals.metric,
    totals.value::double as value,
    coalesce(totals.bound, '=') as bound,
    totals.unit_as_worded,
    totals.of_code as party_code,
    totals.subject,
    totals.scope,
    case
        when final_day(totals.as_of) is null then fact_sources.first_reported_date
        when fact_sources.first_reported_date between first_day(totals.as_of) and final_day(totals.as_of)
            then fact_sources.first_reported_date
        else final_day(totals.as_of)
    end as as_of_date,
    case
        when final_day(totals.as_of) is not null then coalesce(totals.as_of_basis, 'stated')
        when fact_sources.first_reported_date is not null then 'announced'
    end as as_of_basis,
    first_day(totals.window_from) as window_from,
    final_day(totals.window_to) as window_to,
    fact_sources.article_id || ':' || totals.statement as statement_id,
    fact_sources.article_id,
    fact_sources.first_reported_date,
    fact_sources.is_sample_only,
    totals.confidence,
from totals
inner join fact_sources using (fact_id)
order by total_id
