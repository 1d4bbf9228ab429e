-- What a person sees first: figures of the metrics and of the facts behind them, in the order of reading.
with

documents as (
    select
        sum(documents) as documents,
        sum(accessions) as accessions,
    from metrics.agreements_by_year
),

launches as (
    select
        sum(flown) as flown,
        sum(foreign_customer) as foreign_customer,
        sum(planned_open) as planned_open,
    from metrics.launches_by_year
),

lines as (
    select 1 as place, 'articles' as what, count(*) as figure from core.dim_articles where not is_withdrawn
    union all
    select 2, 'signed documents between parties', documents from documents
    union all
    select 3, 'accessions to standing agreements', accessions from documents
    union all
    select 4, 'parties with an agreement', count(distinct party_code) from metrics.agreements_by_party_year
    union all
    select 5, 'pairs of parties that work together', count(*) from metrics.country_pairs
    union all
    select 6, 'launches flown', flown from launches
    union all
    select 7, 'of them for a foreign customer', foreign_customer from launches
    union all
    select 8, 'launches planned', planned_open from launches
    union all
    select 9, 'satellites exported', count(*) from metrics.satellite_exports
    union all
    select 10, 'joint undertakings', count(*) from core.fact_cooperations
    union all
    select 11, 'reported totals', count(*) from core.fact_reported_totals
    union all
    select 12, 'quotes behind all of these', count(*) from core.fact_evidence
    union all
    select 13, 'launches judged by a catalogue', sum(judged) from metrics.launch_precision
    having count(*) > 0
    union all
    select 14, 'of them that agree with it', sum(agreeing) from metrics.launch_precision
    having count(*) > 0
)

select
    what,
    coalesce(figure, 0) as figure,
from lines
order by place
