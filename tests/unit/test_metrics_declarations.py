"""Tables, SQL files, comments, definitions and the page on metrics say the same."""

from pathlib import Path

import duckdb
import pytest

from tests.unit.star_builder import REFRESHED_AT, empty_star
from warehouse import metrics_page
from warehouse.metrics import COUNTED, MACROS, TELLINGS, build_metrics
from warehouse.tables.measure import measures
from warehouse.tables.metrics import METRICS, PUBLISHED_VERSION

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def con() -> duckdb.DuckDBPyConnection:
    built = empty_star()
    build_metrics(built, number=1, refreshed_at=REFRESHED_AT, has_real_source=True)
    return built


def test_the_page_on_metrics_is_current() -> None:
    written = (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8")
    assert written == metrics_page.page(), "run: python -m warehouse.metrics_page docs/metrics.md"


def test_each_metric_has_its_sql_file_and_no_file_lies_idle() -> None:
    names = {table.name for table in METRICS if table is not PUBLISHED_VERSION}
    assert {f.stem for f in (ROOT / "warehouse/sql/metrics").glob("*.sql")} == names | {*COUNTED, TELLINGS}
    assert {f.stem for f in (ROOT / "warehouse/sql/macros").glob("*.sql")} == {*MACROS}


def test_a_count_that_does_not_add_up_says_so_in_its_comment(con: duckdb.DuckDBPyConnection) -> None:
    comments = dict(
        con.execute(
            "select table_name || '.' || column_name, comment from duckdb_columns() where schema_name = 'metrics'"
        ).fetchall()
    )
    for table in METRICS:
        for measure in measures(table):
            says_so = "Does not add up" in comments[f"{table.name}.{measure.name}"]
            is_tempting = measure.type in ("BIGINT", "DOUBLE") and not measure.is_additive
            assert says_so == is_tempting, f"{table.name}.{measure.name}"


def test_definitions_hold_every_metric_column(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute("select table_name, column_name, is_additive from metrics.definitions").fetchall()
    assert sorted(rows) == sorted((t.name, m.name, m.is_additive) for t in METRICS for m in measures(t))


def test_every_column_of_a_metric_is_key_measure_or_time_of_refresh() -> None:
    for table in (t for t in METRICS if measures(t)):
        named = {*table.key, *(m.name for m in measures(table)), "refreshed_at"}
        assert {c.name for c in table.columns} == named


def test_views_are_explained_too(con: duckdb.DuckDBPyConnection) -> None:
    views = con.execute("select view_name, comment from duckdb_views() where schema_name = 'metrics'").fetchall()
    assert {name for name, comment in views if comment} == {*COUNTED}


def test_every_column_of_tables_and_views_has_a_comment(con: duckdb.DuckDBPyConnection) -> None:
    silent = con.execute(
        "select table_name, column_name from duckdb_columns() "
        "where schema_name in ('core', 'metrics') and not internal and coalesce(comment, '') = ''"
    ).fetchall()
    assert silent == []
