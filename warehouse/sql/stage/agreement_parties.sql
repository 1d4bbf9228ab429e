-- One row per agreement and party: its part, and who signed for it. Where no lexicon tells who leads an instrument, it
-- cannot be told who joins whom.

with
    agreements as (
        select * from stage.agreement_values
    ),

    members as (
        select * from stage.fact_members
        where kind = 'agreement'
    ),

    instruments as (
        select * from lexicon.instruments
    ),

    bodies as (
        select * from lexicon.bodies
    ),

    organizations as (
        select * from lexicon.organizations
    ),

    parties as (
        select
            fact_id,
            member as party_code,
        from members
        where column_name = 'parties'
    ),

    levels as (
        select
            members.fact_id,
            organizations.party_code,
            case organizations.organization_type
                when 'state' then 'state'
                when 'company' then 'company'
                else 'agency'
            end as party_level,
        from members
        inner join organizations on members.member = organizations.organization_id
        where members.column_name = 'organizations'
        union
        select
            parties.fact_id,
            parties.party_code,
            'agency',
        from parties
        semi join bodies using (party_code)
    ),

    folded as (
        select
            fact_id,
            party_code,
            case when count(*) = 1 then any_value(party_level) else 'mixed' end as party_level,
        from levels
        group by fact_id, party_code
    )

select
    parties.fact_id as agreement_id,
    parties.party_code,
    case
        when agreements.type = 'accession' and instruments.lead_party_code = parties.party_code then 'lead'
        when agreements.type = 'accession' and instruments.lead_party_code is not null then 'joiner'
        when agreements.type = 'contract' and agreements.supplier = parties.party_code then 'supplier'
        when agreements.type = 'contract' and agreements.supplier is not null then 'customer'
        else 'signatory'
    end as role,
    coalesce(folded.party_level, 'unknown') as party_level,
from parties
inner join agreements using (fact_id)
left join instruments using (instrument_id)
left join folded using (fact_id, party_code)
