"""The macros that readers call, in the examples of their own comments, on a published file opened read-only."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.unit.star_builder import REFRESHED_AT
from tests.unit.star_fixture import star
from warehouse.metrics import MACROS, build_metrics, create_macros


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("macros") / "warehouse.duckdb"
    with star(path) as built:
        build_metrics(built, number=3, refreshed_at=REFRESHED_AT, has_real_source=False)
        create_macros(built)
    return path


@pytest.fixture(scope="module")
def con(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(path, read_only=True) as reader:
        yield reader


def comments(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(
        con.execute(
            "select function_name, comment from duckdb_functions() where function_type = 'table_macro' and not internal"
        ).fetchall()
    )


def test_each_macro_has_a_comment_with_an_example(con: duckdb.DuckDBPyConnection) -> None:
    assert set(comments(con)) == set(MACROS)
    assert all(f"from {name}(" in comment for name, comment in comments(con).items())


@pytest.mark.parametrize("name", MACROS)
def test_the_example_runs(con: duckdb.DuckDBPyConnection, name: str) -> None:
    example = re.search(r"select \* from \w+\([^)]*\)", comments(con)[name])
    assert example
    assert con.execute(example[0]).description


def test_macros_and_views_work_in_an_attached_file_once_it_is_used(path: Path) -> None:
    with duckdb.connect() as notebook:
        notebook.execute(f"attach '{path}' as spacepact (read_only)")
        notebook.execute("use spacepact")
        for query in ("from agreements_between('CHN', 'RUS')", "from metrics.counted_agreements limit 1"):
            assert notebook.execute(query).fetchall()


def test_agreements_between_are_those_of_both_whatever_their_status(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute("select agreement_id, party_codes from agreements_between('RUS', 'CHN')").fetchall()
    assert rows == [("agr_ilrs", ["CHN", "RUS"]), ("agr_brics", ["BRA", "CHN", "IND", "RUS", "ZAF"])]
    assert con.execute("select status from agreements_between('IND', 'USA')").fetchall() == [("planned",)]
    assert (
        con.execute("from agreements_between('KOR', 'USA')").fetchall() == []
    )  # the leader of an instrument is no partner


def test_agreements_between_agree_with_the_pairs(con: duckdb.DuckDBPyConnection) -> None:
    pairs = con.execute(
        "select code_a, code_b, bilateral_documents + multilateral_cosigned from metrics.country_pairs"
    ).fetchall()
    for a, b, documents in pairs:
        signed = con.execute(
            "select count(*) from agreements_between(?, ?) where status = 'signed' or signed_from is not null", [a, b]
        ).fetchone()
        assert signed == (documents,)


def test_agreements_reported_by_a_day_know_nothing_of_later_articles(con: duckdb.DuckDBPyConnection) -> None:
    query = "select articles_by_then, sources_by_then from agreements_reported_by(?) where agreement_id = 'agr_ilrs'"
    assert con.execute(query, [date(2021, 3, 8)]).fetchall() == []
    assert con.execute(query, ["2021-03-09"]).fetchall() == [(2, 2)]
    assert con.execute(query, [date(2021, 3, 10)]).fetchall() == [(3, 3)]


def test_agreements_in_force_begin_with_the_signing_and_end_with_the_end(con: duckdb.DuckDBPyConnection) -> None:
    def held(day: str) -> bool:
        found = con.execute("from agreements_in_force_on(?) where agreement_id = 'agr_exomars'", [day]).fetchall()
        return bool(found)

    assert [held(d) for d in ("2013-03-13", "2013-03-14", "2022-03-16", "2022-03-17")] == [False, True, True, False]


def test_a_signing_known_to_the_month_holds_from_its_last_day(con: duckdb.DuckDBPyConnection) -> None:
    query = "select in_force_from, in_force_basis from agreements_in_force_on(?) where agreement_id = 'agr_ilrs'"
    assert con.execute(query, ["2021-03-15"]).fetchall() == []
    assert con.execute(query, ["2021-03-31"]).fetchall() == [(date(2021, 3, 31), "signing")]


def test_launches_for_a_party_name_rocket_and_spacecraft(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "select launch_id, vehicle_name, spacecraft_names, is_foreign from launches_for('VEN')"
    ).fetchall()
    assert rows == [
        ("lch_venesat", "Long March 3B", ["Venesat-1"], True),
        ("lch_vrss2", "Long March 2D", ["VRSS-2"], True),
    ]


def test_evidence_for_a_fact_quotes_every_cell(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute("select distinct column_name, quote from evidence_for('lch_apstar') order by all").fetchall()
    assert rows == [
        ("flown_date", "2018-05-03"),
        ("launch_site_id", "xichang"),
        ("party_code", "HKG"),
        ("spacecraft_id", "apstar-6c"),
        ("status", "success"),
        ("vehicle_id", "long-march-3b"),
    ]
