"""For each hand-written check, a corruption of the small star that makes it fail, and it alone.

Belongs here: the SQL that damages. Does not belong here: running it (`test_checks_can_fail.py`). `CORE` is done before
the metrics are built from it, `METRICS` afterwards.
"""

CORE: dict[str, tuple[str, ...]] = {
    "overrides_apply": ("update core.overrides set status = 'stale', problem = 'gone' where entry_number = 2",),
    "corrected_cells_stand": ("update core.overrides set fact_id = 'agr_gone' where entry_number = 1",),
    "exclusion_agrees": (
        "update core.fact_agreements set exclusion_reason = 'umbrella' where agreement_id = 'agr_cbers6'",
    ),
    "relation_goes_one_way": (
        "insert into core.bridge_agreement_relations values ('agr_ilrs', 'agr_cbers6', 'implements', null)",
    ),
    "link_joins_facts": ("update core.bridge_fact_links set to_id = 'coop_gone'",),
    "quality_score_agrees": ("update core.fact_quality set quality_score = 0.6 where fact_id = 'lch_vrss2'",),
    "copies_are_one_source": (
        "update core.dim_articles set origin_group = 'unknown' where article_id = 'art_reprint'",
    ),
    "agreement_cells_have_evidence": (
        "delete from core.claim_quotes where column_name = 'programme' and claim_key in "
        "(select claim_key from core.bridge_fact_claims where fact_id = 'agr_ilrs')",
    ),
    "launch_cells_have_evidence": (
        "delete from core.claim_quotes where column_name = 'launch_site_id' and claim_key in "
        "(select claim_key from core.bridge_fact_claims where fact_id = 'lch_vrss2')",
    ),
    "cooperation_cells_have_evidence": (
        "delete from core.claim_quotes where column_name = 'subject' and claim_key in "
        "(select claim_key from core.bridge_fact_claims where fact_id = 'coop_cfosat')",
    ),
    "total_cells_have_evidence": (
        "delete from core.claim_quotes where column_name = 'subject' and claim_key in "
        "(select claim_key from core.bridge_fact_claims where fact_id = 'tot_273')",
    ),
    "evidence_of_a_fact": (
        "insert into core.bridge_fact_claims select * replace ('agr_gone' as fact_id) from core.bridge_fact_claims "
        "where fact_id = 'agr_undated' limit 1",
    ),
    "evidence_from_articles_that_count": (
        "insert into core.claims values (9999, 'clm_x', 'art_withdrawn', 'rule', 'version')",
        "insert into core.bridge_fact_claims select * replace (9999 as claim_key) from core.bridge_fact_claims "
        "where fact_id = 'tot_273' limit 1",
        "insert into core.claim_quotes select * replace (9999 as claim_key) from core.claim_quotes limit 1",
    ),
    "evidence_span_fits_quote": (
        "update core.claim_quotes set char_end = char_end + 1 where column_name = 'scope' and claim_key in "
        "(select claim_key from core.bridge_fact_claims where fact_id = 'tot_273')",
    ),
    "cell_without_chosen_value": (
        "update core.bridge_fact_claims set unchosen = ['scope:'] where fact_id = 'tot_hoped'",
    ),
    "claim_told_once": ("insert into core.claims select * replace (9999 as claim_key) from core.claims limit 1",),
    "agreement_has_two_parties": (
        "delete from core.bridge_agreement_parties where agreement_id = 'agr_cbers6' and party_code = 'BRA'",
        "update core.fact_agreements set party_count = 1 where agreement_id = 'agr_cbers6'",
    ),
    "cooperation_has_two_parties": (
        "delete from core.bridge_cooperation_parties where cooperation_id = 'coop_cfosat' and party_code = 'FRA'",
        "update core.fact_cooperations set party_count = 1 where cooperation_id = 'coop_cfosat'",
    ),
    "agreement_party_count_agrees": (
        "update core.fact_agreements set party_count = 3 where agreement_id = 'agr_planned'",
    ),
    "cooperation_party_count_agrees": (
        "update core.fact_cooperations set party_count = 3 where cooperation_id = 'coop_cfosat'",
    ),
    "launch_counts_agree": ("update core.fact_launches set customer_count = 1 where launch_id = 'lch_planned'",),
    "agreement_dates_agree": (
        "update core.fact_agreements set signed_year = signed_year + 1 where agreement_id = 'agr_cbers6'",
    ),
    "launch_dates_agree": (
        "update core.fact_launches set launch_year = launch_year + 1 where launch_id = 'lch_apstar'",
    ),
    "launch_state_agrees": ("update core.fact_launches set is_overdue = true where launch_id = 'lch_apstar'",),
    "signed_before_told": (
        "update core.fact_agreements set signed_date = date '2024-04-14', signed_from = date '2024-04-14', "
        "signed_to = date '2024-04-14', signed_year = 2024 where agreement_id = 'agr_cbers6'",
    ),
    "flown_before_told": (
        "update core.fact_launches set flown_date = date '2019-05-03', launch_from = date '2019-05-03', "
        "launch_to = date '2019-05-03', launch_year = 2019 where launch_id = 'lch_apstar'",
    ),
    "vehicle_fits_provider": (
        "update core.fact_launches set provider_country_code = 'FRA' where launch_id = 'lch_planned'",
    ),
    "foreign_customers_agree": (
        "update core.bridge_launch_customers set is_foreign = true where launch_id = 'lch_apstar'",
        "update core.fact_launches set is_foreign_customer = true where launch_id = 'lch_apstar'",
    ),
    "accession_names_instrument": (
        "update core.fact_agreements set instrument_id = null where agreement_id = 'agr_accords_kor_again'",
    ),
    "accession_names_joiner": (
        "update core.bridge_agreement_parties set role = 'signatory' "
        "where agreement_id = 'agr_accords_kor_again' and role = 'joiner'",
    ),
    "export_has_direction": (
        "update core.bridge_cooperation_parties set role = 'partner' "
        "where cooperation_id = 'coop_nigeria' and role = 'customer'",
    ),
    "total_is_positive": ("update core.fact_reported_totals set value = -5 where total_id = 'tot_projects'",),
    "cumulative_series_rises": ("update core.fact_reported_totals set value = 200 where total_id = 'tot_273'",),
    "sample_marks_agree": ("update core.fact_launches set is_sample_only = true where launch_id = 'lch_planned'",),
    "source_counts_agree": ("update core.fact_launches set article_count = 5 where launch_id = 'lch_planned'",),
    "likely_years": (
        "update core.fact_cooperations set start_from = date '1906-01-01', start_to = date '1906-12-31', "
        "start_year = 1906 where cooperation_id = 'coop_cfosat'",
    ),
    "launch_told_once": (
        "update core.fact_launches set flown_date = date '1996-02-15', launch_from = date '1996-02-15', "
        "launch_to = date '1996-02-15', launch_year = 1996, launch_site_id = null where launch_id = 'lch_apstar'",
    ),
    "agreement_told_once": (
        "update core.fact_agreements set signed_date = date '2013-07-22', signed_from = date '2013-07-22', "
        "signed_to = date '2013-07-22', signed_date_precision = 'day', programme = 'Falcon Eye 2' "
        "where agreement_id = 'agr_falcon_eye_launch'",
    ),
    "duplicate_points_to_original": (
        "update core.dim_articles set duplicate_of = 'art_copy', duplicate_reason = 'same text' "
        "where article_id = 'art_withdrawn'",
    ),
    "duplicate_share": (
        "insert into core.dim_articles select a.* replace ('art_copy_' || r.i as article_id) "
        "from core.dim_articles as a, range(40) as r(i) where a.article_id = 'art_copy'",
    ),
    "provisional_share": (
        "insert into core.dim_spacecraft "
        "select s.* replace ('prov_' || r.i as spacecraft_id, true as is_provisional) "
        "from core.dim_spacecraft as s, range(40) as r(i) where s.spacecraft_id = 'cfosat'",
    ),
    "catalogue_launch_matched_once": (
        "update core.bridge_launch_catalogues set is_match = true, other_launch_id = null where not is_match",
        "update core.fact_launches set catalogue_id = 'log:2018-041' where launch_id = 'lch_sentinel'",
    ),
    "catalogue_id_is_a_match": (
        "update core.fact_launches set catalogue_id = 'log:1990-001' where launch_id = 'lch_vrss2'",
    ),
    "catalogue_counts_agree": ("update core.catalogues set site_count = 2 where catalogue = 'log'",),
    "catalogue_countries_are_known": ("update core.catalogue_countries set country_code = null",),
    "launches_agree_with_catalogue": (
        "update core.catalogues set launches_to = date '2030-12-31' where catalogue = 'log'",
    ),
}

METRICS: dict[str, tuple[str, ...]] = {
    "source_run_adds_up": ("update metrics.source_states set seen = seen + 1 where source_name = 'inbox'",),
    "queue_is_ranked": ("update metrics.review_queue set rank = rank + 1",),
    "coverage_row_adds_up": ("update metrics.source_coverage set seen = seen + 1 where source_id is null",),
    "coverage_has_every_article": (
        "update metrics.source_coverage set seen = seen + 1, extracted = extracted + 1 where source_id is null",
    ),
    "years_have_every_document": (
        "update metrics.agreements_by_year set documents = documents + 1, bilateral = bilateral + 1 where year is null",
    ),
    "years_have_every_accession": (
        "update metrics.agreements_by_year set accessions = accessions + 1 where year = 2022",
    ),
    "party_years_have_every_signature": (
        "update metrics.agreements_by_party_year set documents = documents + 1 where party_code = 'LUX'",
        "update metrics.country_engagement set documents = documents + 1 where party_code = 'LUX'",
    ),
    "memberships_are_those_of_the_star": ("delete from metrics.memberships where party_code = 'FRA'",),
    "launch_years_have_every_launch": (
        "update metrics.launches_by_year set flown = flown + 1, success = success + 1 where year is null",
    ),
    "launch_customers_have_every_flight": (
        "update metrics.launch_customers set launches = launches + 1 where customer_code = 'HKG'",
    ),
    "exports_have_every_undertaking": ("delete from metrics.satellite_exports where not counts_in_totals",),
    "pairs_have_every_document": (
        "update metrics.country_pairs set bilateral_documents = bilateral_documents + 1 "
        "where code_a = 'BRA' and code_b = 'CHN'",
    ),
    "pairs_have_every_export": (
        "update metrics.country_pairs set exports_a_to_b = exports_a_to_b + 1 where code_a = 'CHN' and code_b = 'NGA'",
        "update metrics.country_engagement set exports_out = exports_out + 1 where party_code = 'CHN'",
        "update metrics.country_engagement set exports_in = exports_in + 1 where party_code = 'NGA'",
    ),
    "engagement_agrees_with_years": (
        "update metrics.country_engagement set accessions = accessions + 1 where party_code = 'ITA'",
    ),
    "engagement_agrees_with_pairs": (
        "update metrics.country_engagement set partners = partners + 1 where party_code = 'ITA'",
    ),
    "every_total_is_compared": ("delete from metrics.reported_vs_itemised where metric = 'projects'",),
    "comparison_is_whole": (
        "update metrics.reported_vs_itemised set gap = gap + 1 where metric = 'agreements' and scope = 'cumulative'",
    ),
    "every_count_is_defined": (
        "delete from metrics.definitions where table_name = 'country_pairs' and column_name = 'cooperations'",
    ),
    "history_spans_follow": (
        "update core.history_agreements set known_to = known_to + interval 1 second where agreement_id = 'agr_cbers6'",
    ),
    "history_holds_every_fact": ("delete from core.history_launches where launch_id = 'lch_apstar'",),
    "history_says_what_facts_say": (
        "update core.history_cooperations set subject = 'CFOSAT-2' where cooperation_id = 'coop_cfosat'",
    ),
    "history_evidence_ended_then": (
        "update core.history_evidence set known_to = known_to + interval 1 second where fact_id = 'agr_revoked'",
    ),
    "gone_facts_have_evidence": (
        "update core.history_evidence set fact_id = 'agr_once' where fact_id = 'agr_revoked'",
    ),
    "redirects_lead_to_facts": ("update core.id_redirects set new_id = 'agr_twice' where old_id = 'agr_once'",),
    "changes_add_up": ("delete from metrics.changes where fact_id = 'agr_once' and change = 'merged_into'",),
    "one_version": ("update metrics.refresh_log set number = number + 1",),
    "every_launch_is_judged": ("delete from metrics.launch_judgements where launch_id = 'lch_planned'",),
    "mismatches_agree_with_judgements": ("delete from metrics.launch_mismatches where mismatch = 'other_vehicle'",),
    "launch_precision_adds_up": ("update metrics.launch_precision set flown = flown + 1 where year is null",),
}
