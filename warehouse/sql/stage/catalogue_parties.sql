-- One row per satellite of a catalogue, party and its part in it; a code of ours stands for itself.

with
    satellites as (
        select * from store.catalogue_satellites
    ),

    names as (
        select * from stage.catalogue_names
        where dimension = 'parties'
    ),

    parties as (
        select * from core.dim_parties
    ),

    given as (
        select catalogue, own_id, 'owner' as role, unnest(string_split(owner_countries, ' | ')) as name
        from satellites
        union
        select catalogue, own_id, 'maker', unnest(string_split(maker_countries, ' | '))
        from satellites
        union
        select catalogue, own_id, 'registrant', unnest(string_split(registry_countries, ' | '))
        from satellites
    )

select distinct
    given.catalogue,
    given.own_id,
    given.role,
    names.id as party_code,
    parties.sovereign_code,
from given
inner join names using (name)
inner join parties on names.id = parties.party_code
