-- Every published cell of an agreement has a quote behind it.
-- Why: a reader must never meet a value that cannot be traced. An instrument may be quoted as the programme.
-- Table: core.fact_agreements
-- Severity: error
with
agreements as (
    select * from core.fact_agreements
),

parties as (
    select * from core.bridge_agreement_parties
),

evidence as (
    select * from core.fact_evidence
    where fact_type = 'agreement'
),

cells as (
    unpivot (
        select
            agreement_id as fact_id,
            agreement_type,
            status,
            cast(signed_from as varchar) as signed_date,
            cast(planned_from as varchar) as planned_date,
            cast(ended_from as varchar) as ended_date,
            instrument_id,
            programme,
            title_as_worded,
            value_as_worded,
        from agreements
    )
    on columns(* exclude (fact_id))
    into name column_name value published_value
),

wanted as (
    select fact_id, column_name, cast(null as varchar) as element from cells
    union all
    select agreement_id as fact_id, 'party_code' as column_name, party_code as element from parties
    union all
    select agreement_id as fact_id, 'supplier' as column_name, cast(null as varchar) as element from parties
    where role = 'supplier'
)

select
    wanted.fact_id,
    wanted.column_name,
    wanted.element,
from wanted
where not exists (
    select 1 from evidence
    where
        evidence.fact_id = wanted.fact_id
        and (
            evidence.column_name = wanted.column_name
            or (wanted.column_name = 'instrument_id' and evidence.column_name = 'programme')
        )
        and evidence.element is not distinct from wanted.element
)
