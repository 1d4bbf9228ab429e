"""Every check passes on a valid warehouse and fails on a damaged one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import duckdb
import pytest

from tests.unit import check_breakers
from tests.unit.star_builder import REFRESHED_AT
from tests.unit.star_fixture import fill_history, star
from warehouse import check_results
from warehouse.checks import (
    Check,
    all_checks,
    parse,
    row_problems,
    run,
    structure_check,
    value_checks,
)
from warehouse.metrics import build_metrics
from warehouse.schema import Table
from warehouse.statements import statement
from warehouse.tables import CORE_TABLES, HISTORY_TABLES, METRICS_TABLES

ALL = (*CORE_TABLES, *HISTORY_TABLES, *METRICS_TABLES)
TABLES = tuple(table for table in ALL if not table.is_view)
VIEWS = tuple(table for table in ALL if table.is_view)
PROPERTIES = [pytest.param(t, p, id=f"{t.name}: {p}") for t in TABLES for p, _ in row_problems(t)]


@pytest.fixture(scope="module")
def whole() -> Iterator[duckdb.DuckDBPyConnection]:
    with star() as con:
        build(con)
        yield con


def build(con: duckdb.DuckDBPyConnection) -> None:
    fill_history(con)
    build_metrics(con, number=3, refreshed_at=REFRESHED_AT, has_real_source=True)
    check_results.store(con, map(check_results.passing, all_checks()))


@contextmanager
def undone(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Whatever is done within is rolled back."""
    con.execute("begin")
    try:
        yield
    finally:
        con.execute("rollback")


def failing(con: duckdb.DuckDBPyConnection, checks: Iterable[Check]) -> set[str]:
    return {check.name for check in checks if not run(con, check).passed}


def neighbours(name: str) -> list[Check]:
    """The hand-written checks, and the structural ones of the table that this one speaks of."""
    table = next(check.table for check in value_checks() if check.name == name)
    return [*value_checks(), *(c for c in all_checks() if c.table == table and "__" in c.name)]


def test_a_valid_warehouse_passes_every_check(whole: duckdb.DuckDBPyConnection) -> None:
    assert failing(whole, all_checks()) == set()


def test_every_check_has_a_breaker() -> None:
    assert {check.name for check in value_checks()} == {*check_breakers.CORE, *check_breakers.METRICS}


def test_names_are_unique() -> None:
    names = [check.name for check in all_checks()]
    assert len(names) == len(set(names))


def test_each_check_speaks_of_a_declared_table() -> None:
    assert {check.table for check in all_checks()} <= {table.qualified for table in ALL}


@pytest.mark.parametrize("name", check_breakers.CORE)
def test_damage_to_the_star_fails_its_check_alone(name: str) -> None:
    with star() as core:
        for statement in check_breakers.CORE[name]:
            core.execute(statement)
        build(core)
        assert failing(core, neighbours(name)) == {name}


@pytest.mark.parametrize("name", check_breakers.METRICS)
def test_damage_to_a_metric_fails_its_check_alone(whole: duckdb.DuckDBPyConnection, name: str) -> None:
    with undone(whole):
        for statement in check_breakers.METRICS[name]:
            whole.execute(statement)
        assert failing(whole, neighbours(name)) == {name}


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_a_column_too_many_is_found(whole: duckdb.DuckDBPyConnection, table: Table) -> None:
    with undone(whole):
        whole.execute(f"alter table {table.qualified} add column intruder integer")
        assert ("intruder", "declared as nothing", "INTEGER") in found(whole, table)


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_a_column_of_another_type_is_found(whole: duckdb.DuckDBPyConnection, table: Table) -> None:
    column = table.columns[-1]
    with undone(whole):
        whole.execute(f"alter table {table.qualified} drop column {column.name}")
        whole.execute(f"alter table {table.qualified} add column {column.name} blob")
        assert (column.name, f"declared as {column.type}", "BLOB") in found(whole, table)


@pytest.mark.parametrize("view", VIEWS, ids=lambda t: t.name)
def test_a_view_that_says_otherwise_is_found(whole: duckdb.DuckDBPyConnection, view: Table) -> None:
    first, *others = (column.name for column in view.columns)
    with undone(whole):
        says = f"select 1 as {first}, {', '.join(others)}, 1 as intruder from ({statement(view.schema, view.name)})"  # noqa: S608 - our own
        whole.execute(f"create or replace view {view.qualified} as {says}")
        wrong = {("intruder", "declared as nothing", "INTEGER"), (first, "declared as VARCHAR", "INTEGER")}
        assert found(whole, view) == wrong


@pytest.mark.parametrize("view", VIEWS, ids=lambda t: t.name)
def test_a_missing_view_fails_its_check(view: Table) -> None:
    with duckdb.connect() as empty:
        assert run(empty, structure_check(view)).count == len(view.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_a_missing_table_fails_its_checks_with_the_reason(table: Table) -> None:
    with duckdb.connect() as empty:
        result = run(empty, structure_check(table))
    assert result.columns == ("problem",)
    assert table.name in result.sample[0][0]


@pytest.mark.parametrize(("table", "broken"), PROPERTIES)
def test_each_declared_property_of_the_rows_can_fail(
    whole: duckdb.DuckDBPyConnection, table: Table, broken: str
) -> None:
    with undone(whole):
        damage(whole, table, broken)
        assert broken.split(" ", 1)[1] in {column for column, _, _ in found(whole, table)}


def found(con: duckdb.DuckDBPyConnection, table: Table) -> set[tuple[str, str, str]]:
    """Column, key and value of the rows at fault in a table's structure."""
    return {row[1:] for row in run(con, structure_check(table), sample_rows=100).sample}


def damage(con: duckdb.DuckDBPyConnection, table: Table, broken: str) -> None:
    """Breaks one property in one row of the table."""
    what, _, name = broken.partition(" ")
    if what == "key":
        con.execute(f"insert into {table.qualified} from {table.qualified} limit 1")
        return
    if what == "null":
        con.execute(f"alter table {table.qualified} alter column {name} drop not null")
        wrong = None
    else:
        wrong = "1800-01-01" if name.endswith("_date") else 987654321 if name.endswith("_key") else "no such"
    con.execute(f"update {table.qualified} set {name} = ? where rowid = 0", [wrong])  # noqa: S608 - declared names


def test_a_result_counts_all_rows_and_shows_some() -> None:
    check = Check("five", "core.five", "warn", False, "select i from range(7) as r(i)", "No rows.")
    with duckdb.connect() as con:
        result = run(con, check, sample_rows=2)
    assert (result.count, result.columns, result.sample, result.passed) == (7, ("i",), ((0,), (1,)), False)


def test_a_check_without_a_header_is_refused() -> None:
    with pytest.raises(ValueError, match=r"sql/checks/bare\.sql: no header"):
        parse("bare", "select 1")


def test_only_what_no_article_can_cause_blocks() -> None:
    """A doubtful date in one article must not hold back all others."""
    assert all(check.severity == "error" for check in all_checks() if check.is_blocking)
    blocking = {check.name for check in all_checks() if check.is_blocking}
    assert not blocking & {"signed_before_told", "flown_before_told", "total_is_positive", "agreement_has_two_parties"}
