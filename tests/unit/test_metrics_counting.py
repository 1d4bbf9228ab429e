"""The counting rules, one by one, on the small star of real events."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pytest

from tests.unit.star_builder import REFRESHED_AT, empty_star
from tests.unit.star_fixture import star
from warehouse.metrics import build_metrics
from warehouse.statements import statement


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """Metrics with a real source configured: the sample's own facts are out."""
    with star() as built:
        build_metrics(built, number=3, refreshed_at=REFRESHED_AT, has_real_source=True)
        yield built


@pytest.fixture(scope="module")
def with_sample() -> Iterator[duckdb.DuckDBPyConnection]:
    with star() as built:
        build_metrics(built, number=3, refreshed_at=REFRESHED_AT, has_real_source=False)
        yield built


def one(con: duckdb.DuckDBPyConnection, query: str, *values: Any) -> tuple[Any, ...]:
    rows = con.execute(query, list(values)).fetchall()
    assert len(rows) == 1, rows
    return rows[0]


def test_an_accession_is_no_document_and_counts_once_for_its_joiner(con: duckdb.DuckDBPyConnection) -> None:
    counts = one(
        con, "select sum(accessions), sum(documents) from metrics.agreements_by_year where agreement_type = 'accession'"
    )
    assert counts == (4, 0)  # ITA, JPN, KOR (told twice), FRA; ARE is the sample's alone
    assert one(
        con, "select bilateral_documents from metrics.country_pairs where code_a = 'BRA' and code_b = 'CHN'"
    ) == (1,)
    led = "select documents, accessions from metrics.country_engagement where party_code = 'USA'"
    assert one(con, led) == (0, 0)


def test_an_accession_of_unknown_joiner_counts_in_its_year(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("begin")
    con.execute("update core.bridge_agreement_parties set role = 'signatory' where agreement_id = 'agr_accords_jpn'")
    assert one(con, "select count(*) from metrics.counted_accessions where signed_year = 2020") == (2,)
    con.execute("rollback")


def test_a_document_of_five_is_one_document_and_ten_pairs(con: duckdb.DuckDBPyConnection) -> None:
    query = (
        "select documents, bilateral, multilateral from metrics.agreements_by_year "
        "where year = 2021 and agreement_type = 'agreement'"
    )
    assert one(con, query) == (1, 0, 1)
    assert one(con, "select sum(multilateral_cosigned) from metrics.country_pairs") == (10,)


def test_an_undated_agreement_is_a_row_without_a_year(con: duckdb.DuckDBPyConnection) -> None:
    assert one(con, "select documents from metrics.agreements_by_year where year is null") == (1,)
    assert one(
        con, "select documents from metrics.agreements_by_party_year where party_code = 'LUX' and year is null"
    ) == (1,)
    assert one(
        con, "select undated_share, last_event_date from metrics.country_engagement where party_code = 'LUX'"
    ) == (1.0, None)


def test_an_ended_agreement_counts_where_it_was_signed_and_one_given_up_nowhere(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "select year, documents, ended from metrics.agreements_by_party_year where party_code = 'ESA' order by year"
    ).fetchall()
    assert rows == [(2013, 1, 0), (2022, 0, 2)]


def test_a_planned_agreement_is_no_document(con: duckdb.DuckDBPyConnection) -> None:
    query = "select documents, planned from metrics.agreements_by_party_year where party_code = 'USA'"
    assert one(con, query) == (0, 1)


def test_partners_are_counted_once(con: duckdb.DuckDBPyConnection) -> None:
    query = "select distinct_partners from metrics.agreements_by_party_year where party_code = 'CHN' and year = 2021"
    assert one(con, query) == (4,)  # RUS is a partner in two documents of the year


def test_the_day_of_a_month_is_not_made_up(con: duckdb.DuckDBPyConnection) -> None:
    query = "select last_event_date from metrics.country_engagement where party_code = 'RUS'"
    assert one(con, query) == (date(2021, 8, 18),)
    assert one(con, "select first_date from metrics.launch_customers where customer_code = 'VEN' and year = 2008") == (
        None,
    )


def test_the_sample_leaves_once_a_real_source_is_configured(
    con: duckdb.DuckDBPyConnection, with_sample: duckdb.DuckDBPyConnection
) -> None:
    sums = (
        "select (select sum(documents) from metrics.agreements_by_year), "
        "(select sum(flown) from metrics.launches_by_year), "
        "(select sum(cooperations) from metrics.country_pairs), (select count(*) from metrics.memberships), "
        "(select count(*) from metrics.reported_vs_itemised)"
    )
    before, after = one(with_sample, sums), one(con, sums)
    assert [b - a for b, a in zip(before, after, strict=True)] == [1, 1, 1, 1, 1]


def test_a_launch_for_an_own_body_or_dependency_has_no_foreign_customer(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "select customer_code, bool_or(is_foreign) from metrics.launch_customers group by 1 order by 1"
    ).fetchall()
    assert rows == [("ARE", True), ("ESA", False), ("HKG", False), ("USA", True), ("VEN", True)]
    assert one(con, "select launches_for_others from metrics.country_engagement where party_code = 'CHN'") == (3,)
    assert (
        con.execute(
            "select * from metrics.country_pairs where code_b = 'HKG' or (code_a, code_b) = ('ESA', 'FRA')"
        ).fetchall()
        == []
    )


def test_flown_launches_have_an_outcome_and_planned_ones_none(con: duckdb.DuckDBPyConnection) -> None:
    query = (
        "select sum(flown), sum(success), sum(failure), sum(outcome_unknown), sum(planned_open), sum(overdue) "
        "from metrics.launches_by_year"
    )
    assert one(con, query) == (7, 5, 1, 1, 1, 1)


def test_a_satellite_is_one_line_whichever_facts_tell_of_it(con: duckdb.DuckDBPyConnection) -> None:
    query = (
        "select agreement_id, launch_id, cooperation_id, contract_year, delivered_date, counts_in_totals "
        "from metrics.satellite_exports where buyer_code = 'VEN' and spacecraft_id = 'vrss-2'"
    )
    assert one(con, query) == ("agr_vrss2", "lch_vrss2", "coop_vrss2", 2014, date(2017, 10, 9), True)


def test_a_general_statement_does_not_count_beside_named_satellites(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "select buyer_code, counts_in_totals from metrics.satellite_exports where spacecraft_id is null order by 1"
    ).fetchall()
    assert rows == [("NGA", True), ("VEN", False)]
    assert one(con, "select exports_in from metrics.country_engagement where party_code = 'VEN'") == (3,)


def test_a_contract_alone_is_an_export_only_where_the_supplier_built_the_satellite(
    con: duckdb.DuckDBPyConnection,
) -> None:
    rows = con.execute(
        "select buyer_code, spacecraft_id, agreement_id, delivered_date from metrics.satellite_exports "
        "where cooperation_id is null order by buyer_code"
    ).fetchall()
    assert rows == [
        # its builder is not known, but neither supplier nor buyer launched it; not so of Falcon Eye 1
        ("ARE", "falcon-eye-2", "agr_falcon_eye", date(2020, 12, 2)),
        # its builder is the supplier; of KhalifaSat it is the buyer, and Japan sold the launch alone
        ("BRA", "sgdc", "agr_sgdc", None),
    ]


def test_a_pair_gathers_what_two_parties_share(con: duckdb.DuckDBPyConnection) -> None:
    query = (
        "select bilateral_documents, multilateral_cosigned, first_year, last_year, independent_sources "
        "from metrics.country_pairs where code_a = 'CHN' and code_b = 'RUS'"
    )
    assert one(con, query) == (1, 1, 2021, 2021, 3)
    assert one(con, "select shared_instruments from metrics.country_pairs where code_a = 'ITA' and code_b = 'JPN'") == (
        1,
    )


def test_a_place_in_the_order_of_joining_stands_beside_the_claimed_one(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "select party_code, ordinal_itemised, ordinal_claimed from metrics.memberships order by party_code"
    ).fetchall()
    assert rows == [("FRA", 4, None), ("ITA", 1, None), ("JPN", 1, None), ("KOR", 3, 10), ("USA", None, None)]


def test_a_repeated_figure_is_one_row(con: duckdb.DuckDBPyConnection) -> None:
    """One article writes of the Long March, the other of the Long March series."""
    query = "select article_count, itemised_by_then, gap from metrics.reported_vs_itemised where value = 252"
    assert one(con, query) == (2, 3, 249)  # Intelsat 708, Venesat-1, VRSS-2; an undated flight is not certain by then


@pytest.mark.parametrize(
    ("metric", "scope", "itemised_by_then", "itemised_now"),
    [
        ("agreements", "cumulative", 3, 5),  # ILRS, BRICS, VRSS-2 by April 2022; now also CBERS-6 and the undated one
        ("agreements", "window", 1, 5),  # VRSS-2, 2014
        ("partner_organizations", "cumulative", 0, 0),
        ("partner_countries", "current", 4, 5),  # the lead's day of joining is not known
    ],
)
def test_reported_figures_stand_beside_our_own_count(
    con: duckdb.DuckDBPyConnection, metric: str, scope: str, itemised_by_then: int, itemised_now: int
) -> None:
    query = (
        "select itemised_by_then, itemised_now, comparable from metrics.reported_vs_itemised "
        "where metric = ? and scope = ?"
    )
    assert one(con, query, metric, scope) == (itemised_by_then, itemised_now, True)


def test_a_figure_that_cannot_be_compared_says_why(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "select metric, not_comparable_reason, gap from metrics.reported_vs_itemised "
        "where not comparable order by metric"
    ).fetchall()
    assert rows == [
        ("partner_countries", "a plan or hope, not a count", None),
        ("projects", "projects are not itemised", None),
    ]


def test_rival_figures_of_a_day_leave_the_one_that_most_articles_tell(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("begin")
    con.execute(
        "insert into core.fact_reported_totals select * replace ('tot_rival' as total_id, 251 as value) "
        "from core.fact_reported_totals where total_id = 'tot_252'"
    )
    con.execute("delete from metrics.reported_vs_itemised")
    con.execute("insert into metrics.reported_vs_itemised by name " + statement("metrics", "reported_vs_itemised"))
    query = (
        "select value, article_count, rival_values from metrics.reported_vs_itemised "
        "where as_of_date = date '2017-10-09'"
    )
    assert one(con, query) == (252, 2, 1)
    con.execute("rollback")


def test_rejected_items_and_copies_are_seen(con: duckdb.DuckDBPyConnection) -> None:
    query = (
        "select seen, extracted, rejected, duplicates, other_language from metrics.source_coverage "
        "where source_id is not distinct from ? and month is not distinct from ?"
    )
    assert one(con, query, "spacenews", date(2021, 3, 1)) == (4, 1, 1, 1, 1)
    assert one(con, query, None, None) == (2, 1, 1, 0, 0)


def test_a_source_shows_how_it_does_and_what_stands_of_it(con: duckdb.DuckDBPyConnection) -> None:
    standing = one(con, "select count(*) from core.dim_articles where origin = 'inbox' and not is_withdrawn")
    query = "select articles, seen, added, unchanged, rejected, succeeded_at from metrics.source_states"
    assert one(con, query) == (*standing, 4, 2, 1, 1, REFRESHED_AT)


def test_a_fact_told_by_one_source_alone_is_counted_so(con: duckdb.DuckDBPyConnection) -> None:
    query = "select facts, facts_only_here from metrics.source_coverage where source_id = 'xinhua' and month = ?"
    assert one(con, query, date(2021, 3, 1)) == (1, 0)
    assert one(con, query, date(2021, 8, 1)) == (1, 1)


def test_the_log_of_refreshes_reads_by_stage(con: duckdb.DuckDBPyConnection) -> None:
    query = (
        "select number, counts['articles'], seconds['extract'], versions['rules'], refreshed_at "
        "from metrics.refresh_log"
    )
    assert one(con, query) == (3, 19, 1.5, "r1", REFRESHED_AT)


def test_every_row_bears_the_time_of_its_refresh(con: duckdb.DuckDBPyConnection) -> None:
    assert one(con, "select distinct refreshed_at from metrics.country_pairs") == (REFRESHED_AT,)
    assert one(con, "select number, published_at from metrics.published_version") == (3, REFRESHED_AT)


def test_an_empty_warehouse_has_empty_metrics() -> None:
    with empty_star() as empty:
        rows = build_metrics(empty, number=1, refreshed_at=REFRESHED_AT, has_real_source=True)
    filled = {name for name, count in rows.items() if count}
    assert filled == {"published_version", "definitions"}
