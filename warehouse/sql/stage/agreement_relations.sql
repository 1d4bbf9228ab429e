-- Two agreements of the same parties, and how the one stands to the other. The words beside the name of a document tell
-- (`lexicon.relation_words`), or the type and the day do. Where several earlier documents fit, the one whose year or
-- programme the telling names is taken; where still several fit, none.
with
    agreements as (
        select * from stage.agreement_values
        where type <> 'accession'
    ),

    members as (
        select * from stage.fact_members
        where kind = 'agreement' and column_name = 'parties'
    ),

    fact_claims as (
        select * from core.bridge_fact_claims
        where fact_type = 'agreement'
    ),

    claims as (
        select * from core.claims
        where rule <> 'override'
    ),

    -- any of the words, at one look, before all else: there are many sentences, and few have them; one condition, which
    -- the scan cannot take for its own and try on the quotes of other cells
    quotes as materialized (
        select
            claim_key,
            quote,
            sentence,
        from core.claim_quotes
        where
            column_name = 'agreement_type'
            and case when quote <> sentence then regexp_matches(sentence, getvariable('relation_phrases')::varchar) end
    ),

    relation_words as (
        select
            relation,
            unnest(string_split(phrases, '|')) as phrase,
        from lexicon.relation_words
    ),

    parties as (
        select
            fact_id,
            list(member order by member) as party_codes,
        from members
        group by fact_id
    ),

    documents as (
        select
            agreements.fact_id,
            agreements.type,
            agreements.status,
            agreements.ended,
            parties.party_codes,
            parties.party_codes[1] as first_code,
            parties.party_codes[2] as second_code,
            exact_day(agreements.signed) as signed_date,
            first_day(agreements.signed) as signed_from,
            final_day(agreements.signed) as signed_to,
            first_day(agreements.ended) as ended_from,
            nullif(regexp_replace(lower(agreements.programme), '[^a-z0-9]', '', 'g'), '') as programme_key,
            nullif(trim(regexp_replace(lower(agreements.programme), '[^a-z0-9]+', ' ', 'g')), '') || ' ' as programme_words,
            agreements.programme_id,
        from agreements
        inner join parties using (fact_id)
    ),

    pairs as (
        select
            first.fact_id,
            first.member as first_code,
            second.member as second_code,
        from members as first
        inner join members as second on first.fact_id = second.fact_id and first.member < second.member
    ),

    tellings as (
        select
            fact_claims.fact_id,
            claims.claim_id,
            ' ' || lower(quotes.sentence) as sentence,
            strpos(quotes.sentence, quotes.quote) as document_at,
            length(quotes.quote) as document_length,
        from quotes
        inner join fact_claims using (claim_key)
        inner join claims using (claim_key)
    ),

    worded as (
        select
            tellings.fact_id,
            relation_words.relation,
            min(tellings.claim_id) as claim_id,
            flatten(
                list(regexp_extract_all(tellings.sentence, '\b(?:19|20)\d\d\b')::integer[])
            ) as years_told,
        from tellings
        inner join relation_words on contains(tellings.sentence, ' ' || relation_words.phrase || ' ')
        where
            strpos(tellings.sentence, ' ' || relation_words.phrase || ' ')
            between tellings.document_at - 60 and tellings.document_at + tellings.document_length + 60
        group by tellings.fact_id, relation_words.relation
    ),

    told as (
        select
            later.fact_id as from_id,
            earlier.fact_id as to_id,
            worded.relation,
            worded.claim_id,
            (
                coalesce(list_contains(worded.years_told, year(earlier.signed_from)), false),
                coalesce(later.programme_key = earlier.programme_key, false),
                coalesce(later.programme_key = earlier.programme_key, true),
                coalesce(later.programme_key = earlier.programme_key, false),
                later.party_codes = earlier.party_codes
            ) as fit,
        from worded
        inner join documents as later using (fact_id)
        inner join pairs using (first_code, second_code)
        inner join documents as earlier on pairs.fact_id = earlier.fact_id
        where
            earlier.signed_to < coalesce(later.signed_from, later.ended_from)
            and list_has_all(earlier.party_codes, later.party_codes)
    ),

    covering as (
        select
            umbrella.fact_id as from_id,
            covered.fact_id as to_id,
            'umbrella_of' as relation,
            null as claim_id,
        from documents as umbrella
        inner join documents as covered on umbrella.signed_date = covered.signed_date
        where
            umbrella.type = 'framework'
            and covered.type not in ('framework', 'joint_statement')
            and list_has_all(umbrella.party_codes, covered.party_codes)
            and coalesce(umbrella.programme_key = covered.programme_key, true)
    ),

    ending as (
        select
            ended.fact_id as from_id,
            begun.fact_id as to_id,
            'ends' as relation,
            null as claim_id,
            -- the end of ExoMars-2022 can be that of an agreement on ExoMars
            coalesce(ended.programme_id = begun.programme_id, false)
            or starts_with(ended.programme_words, begun.programme_words)
            or starts_with(begun.programme_words, ended.programme_words) as is_of_one_family,
            (
                false,
                coalesce(is_of_one_family, false),
                coalesce(is_of_one_family, true),
                coalesce(ended.programme_key = begun.programme_key, false),
                ended.type = begun.type
            ) as fit,
        from documents as ended
        inner join documents as begun using (party_codes)
        where
            ended.status = 'ended'
            and ended.signed_from is null
            and begun.status = 'signed'
            and begun.signed_to < coalesce(ended.ended_from, date '9999-12-31')
    ),

    candidates as (
        select * from told
        union all by name
        select * exclude (is_of_one_family) from ending
    ),

    best as (
        select
            from_id,
            relation,
            max(fit) as fit,
            count(*) as rivals,
        from candidates
        group by from_id, relation
    ),

    -- named by year or programme, or without a rival; never against the programme
    picked as (
        select
            candidates.from_id,
            any_value(candidates.to_id) as to_id,
            candidates.relation,
            any_value(candidates.claim_id) as claim_id,
        from candidates
        inner join best using (from_id, relation, fit)
        where (best.rivals = 1 or best.fit[1] or best.fit[2]) and best.fit[3]
        group by candidates.from_id, candidates.relation
        having count(*) = 1
    )

select
    from_id,
    to_id,
    relation,
    claim_id,
from picked
union all by name
select
    covering.from_id,
    covering.to_id,
    covering.relation,
    covering.claim_id,
from covering
