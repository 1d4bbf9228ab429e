"""What a reported figure counts, as the words beside it tell, and under which name it stands beside our own count."""

from collections.abc import Iterator

import duckdb
import pytest

from tests.unit.star_builder import REFRESHED_AT
from tests.unit.star_fixture import star
from warehouse.metrics import build_metrics
from warehouse.statements import statement


@pytest.fixture(scope="module")
def built() -> Iterator[duckdb.DuckDBPyConnection]:
    with star() as con:
        build_metrics(con, number=3, refreshed_at=REFRESHED_AT, has_real_source=True)
        yield con


@pytest.fixture
def con(built: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The star, as each test finds it."""
    built.execute("begin")
    yield built
    built.execute("rollback")


def tell(con: duckdb.DuckDBPyConnection, number: int, sentence: str, quote: str, **changed: str | float | None) -> None:
    """A figure that an article tells in this sentence."""
    cells = {"total_id": f"tot_told_{number}", "unit_as_worded": None, **changed}
    replaced = ", ".join(f"${name} as {name}" for name in cells)
    con.execute(
        f"insert into core.fact_reported_totals select * replace ({replaced}) "  # noqa: S608
        "from core.fact_reported_totals where total_id = 'tot_252'",
        cells,
    )
    key = 9000 + number
    con.execute("insert into core.claims values (?, ?, null, 'rule', 'version')", [key, cells["total_id"]])
    con.execute(
        "insert into core.bridge_fact_claims select * replace ($key as claim_key, $id as fact_id) "
        "from core.bridge_fact_claims where fact_id = 'tot_252'",
        {"key": key, "id": cells["total_id"]},
    )
    con.execute(
        "insert into core.claim_quotes select * replace ($key as claim_key, $quote as quote, $sentence as sentence) "
        "from core.claim_quotes semi join core.bridge_fact_claims as told "
        "on claim_quotes.claim_key = told.claim_key and told.fact_id = 'tot_252' where column_name = 'value'",
        {"key": key, "quote": quote, "sentence": sentence},
    )


def refill(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("delete from metrics.reported_vs_itemised")
    con.execute("insert into metrics.reported_vs_itemised by name " + statement("metrics", "reported_vs_itemised"))


@pytest.mark.parametrize(
    ("sentence", "quote", "cells", "reason"),
    [
        ("It was the 154th flight of a Long March and the ninth of 2011 for the base.", "154th", {}, None),
        ("It was the 154th flight of a Long March and the ninth of 2011 for the base.", "ninth", {}, "within one year"),
        ("It was only the second Long March from that jungle site; the first flew in May.", "second", {}, "one launch"),
        ("It was the 252nd mission of the Long March family from the Xichang base.", "252nd", {}, None),
        ("Of 84 flights, of which 33 carried guests, all were good.", "33", {"scope": "cumulative"}, "part of another"),
        (
            "Eight countries were to be a part of it.", "Eight",
            {"metric": "partner_countries", "scope": "cumulative", "subject": None}, "tells of no documents",
        ),
        (
            "China has signed accords with 40 countries so far.", "40",
            {"metric": "partner_countries", "scope": "cumulative", "subject": None}, None,
        ),
        (
            "In all, 14 agreements were signed during the day.", "14",
            {"metric": "agreements", "scope": "cumulative", "subject": None}, "one occasion",
        ),
        (
            "Since 2011 it has put up two communications satellites.", "two",
            {"metric": "satellites", "scope": "window", "unit_as_worded": "communications satellites"}, "names a kind",
        ),
        (
            "It has put up 50 foreign satellites.", "50",
            {"metric": "satellites", "scope": "cumulative", "unit_as_worded": "foreign satellites"}, None,
        ),
    ],
)  # fmt: skip
def test_the_words_beside_a_figure_tell_what_it_counts(
    con: duckdb.DuckDBPyConnection, sentence: str, quote: str, cells: dict[str, str], reason: str | None
) -> None:
    tell(con, 1, sentence, quote, value=9, **cells)
    ((told,),) = con.execute("select counts_apart from metrics.counted_totals where total_id = 'tot_told_1'").fetchall()
    assert told is None if reason is None else reason in told


def test_a_figure_of_something_else_never_makes_a_series_fall(con: duckdb.DuckDBPyConnection) -> None:
    name = "China National Space Administration"
    con.execute(
        "update core.dim_organizations set organization_name = $name where organization_id = 'cnsa'", {"name": name}
    )
    cells = {"metric": "partner_countries", "scope": "cumulative", "party_code": "CHN"}
    tell(con, 1, "CNSA has signed accords with 30 countries.", "30", value=30, subject="CNSA", as_of_date="2015-01-01",
         **cells)  # fmt: skip
    long_name = {**cells, "subject": name}
    tell(con, 2, "Institutions of six countries may borrow soil.", "six", value=6, as_of_date="2025-01-01", **long_name)
    tell(con, 3, "It has signed accords with 20 countries.", "20", value=20, as_of_date="2026-01-01", **long_name)
    con.execute(
        "insert into core.dim_aliases by name select 'organizations' as dimension, 'cnsa' as id, 'CNSA' as alias"
    )
    refill(con)
    rows = con.execute(
        "select value, comparable, falls_below_previous, series_id from metrics.reported_vs_itemised "
        "where subject = 'China National Space Administration' order by as_of_date"
    ).fetchall()
    assert [row[:3] for row in rows] == [(30, True, False), (6, False, False), (20, True, True)]
    assert rows[0][3] == rows[2][3] != rows[1][3]


@pytest.mark.parametrize(
    "worded", ["Long March carrier rocket", "the Long March series", "Long-March rockets", "LONG MARCH"]
)
def test_a_subject_has_one_name_however_it_is_worded(con: duckdb.DuckDBPyConnection, worded: str) -> None:
    tell(con, 1, "It was the 300th.", "300th", value=300, subject=worded, as_of_date="2019-01-01")
    refill(con)
    query = (
        "select series_id, subject from metrics.reported_vs_itemised where scope = 'ordinal' and metric = 'launches'"
    )
    assert {subject for _, subject in con.execute(query).fetchall()} == {"Long March"}
    assert len({series for series, _ in con.execute(query).fetchall()}) == 1


def test_a_body_is_counted_by_its_members(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "insert into core.dim_party_memberships by name "
        "select 'ESA' as body_code, unnest(['FRA', 'ITA']) as member_code, date '1980-10-30' as valid_from"
    )
    cells = {"metric": "partner_countries", "scope": "current", "subject": "ESA", "party_code": "ESA"}
    tell(con, 1, "ESA has 3 member states.", "3", value=3, as_of_date="2010-01-01", unit_as_worded="states", **cells)
    refill(con)
    query = "select itemised_by_then, gap from metrics.reported_vs_itemised where claimant = 'ESA'"
    assert con.execute(query).fetchall() == [(2, 1)]
