with
    agreements as (
        select * from core.fact_agreements
        where agreement_type = 'accession' and instrument_id is not null and status <> 'planned'
    ),

    agreement_parties as (
        select * from stage.agreement_parties
    ),

    fact_claims as (
        select * from core.bridge_fact_claims
        where fact_type = 'agreement'
    ),

    claims as (
        select * from core.claims
    ),

    articles as (
        select * from core.dim_articles
    ),

    instruments as (
        select * from core.dim_instruments
    ),

    accessions as (
        select
            agreements.*,
            agreement_parties.party_code,
        from agreements
        inner join agreement_parties using (agreement_id)
        where agreement_parties.role = 'joiner'
    ),

    joined as (
        select
            instrument_id,
            party_code,
            'joiner' as role,
            arg_min(agreement_id, (coalesce(signed_to, '9999-12-31'::date), agreement_id)) as agreement_id,
            max(ended_date) as left_date,
            not bool_or(status = 'ended') as is_member,
            bool_and(is_sample_only) as is_sample_only,
        from accessions
        group by instrument_id, party_code
    ),

    leads as (
        select
            instruments.instrument_id,
            instruments.lead_party_code as party_code,
            'lead' as role,
            null as agreement_id,
            null::date as left_date,
            true as is_member,
            bool_and(accessions.is_sample_only) as is_sample_only,
        from instruments
        inner join accessions using (instrument_id)
        where instruments.lead_party_code is not null
        group by instruments.instrument_id, instruments.lead_party_code
    ),

    together as (
        select * from joined
        union all
        select * from leads
    ),

    told as (
        select
            accessions.instrument_id,
            case when members.role = 'lead' then instruments.lead_party_code else accessions.party_code end
                as party_code,
            count(distinct articles.origin_group)::integer as source_count,
        from accessions
        inner join fact_claims on accessions.agreement_id = fact_claims.fact_id
        inner join claims using (claim_key)
        inner join articles using (article_id)
        inner join instruments using (instrument_id)
        cross join (values ('joiner'), ('lead')) as members (role)
        group by 1, 2
    )

select
    together.instrument_id,
    together.party_code,
    together.role,
    agreements.signed_date as joined_date,
    agreements.signed_from as joined_from,
    agreements.signed_to as joined_to,
    agreements.signed_year as joined_year,
    coalesce(agreements.signed_date_precision, 'unknown') as joined_date_precision,
    together.left_date,
    together.is_member,
    together.agreement_id,
    told.source_count,
    together.is_sample_only,
from together
left join agreements using (agreement_id)
left join told
    on
        together.instrument_id = told.instrument_id
        and together.party_code = told.party_code
order by together.instrument_id, together.party_code
