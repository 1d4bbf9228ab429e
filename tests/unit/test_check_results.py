"""Which checks have rows at fault, and which rows, is published and can be looked up."""

from collections.abc import Iterator

import duckdb
import pytest

from tests.unit.star_builder import REFRESHED_AT
from tests.unit.star_fixture import fill_history, star
from warehouse import check_results
from warehouse.checks import Check, all_checks, run
from warehouse.metrics import build_metrics


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with star() as made:
        made.execute("update core.fact_launches set launch_from = date '1700-01-01' where launch_id = 'lch_vrss2'")
        fill_history(made)
        build_metrics(made, number=3, refreshed_at=REFRESHED_AT, has_real_source=True)
        check_results.store(made, [run(made, check) for check in all_checks()])
        yield made


def test_every_check_has_a_row(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute("select check_name from metrics.check_results").fetchall()
    assert sorted(name for (name,) in found) == sorted(check.name for check in all_checks())


def test_its_query_finds_the_rows_that_it_counts(con: duckdb.DuckDBPyConnection) -> None:
    failed = con.execute("select check_name, bad_rows, query from metrics.check_results where not is_passed").fetchall()
    assert failed
    for name, count, query in failed:
        assert len(con.execute(query).fetchall()) == count, name


def test_the_failed_ones_come_worst_first_with_an_example(con: duckdb.DuckDBPyConnection) -> None:
    held = check_results.held(con)
    assert held.checks == len(all_checks())
    assert [check.severity for check in held.failed] == sorted(check.severity for check in held.failed)
    assert any("lch_vrss2" in check.example for check in held.failed)
    assert all(check.must_hold for check in held.failed)


def test_the_same_rows_give_the_same_example() -> None:
    check = Check("five", "core.five", "warn", False, "select i from range(20000) as r(i) where i % 3 = 0", "No rows.")
    with duckdb.connect() as con:
        assert {run(con, check).example for _ in range(5)} == {"i 0 · i 3 · i 6 · i 9 · i 12"}


def test_a_version_of_an_earlier_release_tells_of_none() -> None:
    with duckdb.connect() as con:
        assert check_results.held(con) == check_results.Held(0, [])
