"""Filling schema `metrics` of the file being built, and the macros that readers call.

Belongs here: running the SQL of `sql/metrics/` and `sql/macros/` in order. Does not belong here: what is counted (the
SQL and `warehouse/tables/metrics.py` say so), the star schema, or publishing.
"""

from collections.abc import Generator
from datetime import datetime

import duckdb

from warehouse.build import create_tables, row_count
from warehouse.connect import scalar
from warehouse.order import make_in_order
from warehouse.schema import Table, literal
from warehouse.statements import statement, tables_read
from warehouse.tables.counted import meaning
from warehouse.tables.faults import CHECK_RESULTS
from warehouse.tables.measure import Measure, measures
from warehouse.tables.metrics import DEFINITIONS, METRICS, PUBLISHED_VERSION

COUNTED = ("counted_agreements", "counted_accessions", "counted_launches", "counted_cooperations", "counted_totals")
"""Views that hold the counting rules once for all metrics, in the order in which they read one another."""

TELLINGS = "tellings"
"""What several metrics read, made once, in memory beside the file."""

_UNFILLED = (PUBLISHED_VERSION, CHECK_RESULTS)
"""Tables that are not filled with the others: before them, and after the checks."""

MACROS = (
    "agreements_between",
    "agreements_reported_by",
    "agreements_known_on",
    "agreements_in_force_on",
    "launches_for",
    "evidence_for",
)


def build_metrics(
    con: duckdb.DuckDBPyConnection, *, number: int, refreshed_at: datetime, has_real_source: bool
) -> dict[str, int]:
    """Creates schema `metrics` and fills it from schema `core` of the same file.

    The writer's store must be attached as `store`: rejects and the log of refreshes come from it.

    Args:
        con: connection whose default catalog is the file being built.
        number: number of the version that this file is published as.
        refreshed_at: time of the refresh, UTC without zone; stamped on every row.
        has_real_source: whether a source beside the bundled sample is configured.

    Returns:
        Rows by table.
    """
    start_metrics(con, number=number, refreshed_at=refreshed_at, has_real_source=has_real_source)
    return {table.name: row_count(con, table) for table in fill(con)}


def start_metrics(
    con: duckdb.DuckDBPyConnection, *, number: int, refreshed_at: datetime, has_real_source: bool
) -> None:
    """Makes the schema, the version that every metric reads, what several read, and the views that say what counts."""
    create_tables(con, (PUBLISHED_VERSION,))
    con.execute(
        "insert into metrics.published_version (number, published_at, has_real_source) values (?, ?, ?)",
        [number, refreshed_at, has_real_source],
    )
    con.execute("attach if not exists ':memory:' as shared")
    con.execute(statement("metrics", TELLINGS))
    for name in COUNTED:
        con.execute(statement("metrics", name))
        for (column,) in con.execute(f"select column_name from (describe metrics.{name})").fetchall():  # noqa: S608
            con.execute(f"comment on column metrics.{name}.{column} is {literal(meaning(column))}")


def fill(con: duckdb.DuckDBPyConnection) -> Generator[Table, None, None]:
    """Creates and fills the tables of the schema, after `start_metrics`; yields each when it is filled.

    What the checks find is filled in after them (`warehouse.check_results`).
    """
    tables = {table.qualified: table for table in METRICS}
    file = scalar(con, "select current_database()")

    def connect() -> duckdb.DuckDBPyConnection:
        another = con.cursor()
        another.execute(f'use "{file}"')
        return another

    text = {name: "" if table in _UNFILLED else statement("metrics", table.name) for name, table in tables.items()}
    needs = {name: tables_read(query) & tables.keys() - {name} for name, query in text.items()}
    for name in make_in_order(needs, lambda own, name: build_table(own, tables[name]), connect, lambda n: len(text[n])):
        yield tables[name]


def build_table(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Creates and fills one table of the schema; `start_metrics` and the tables that it reads come first."""
    if table is PUBLISHED_VERSION:
        return
    create_tables(con, (table,))
    if table is not CHECK_RESULTS:
        _fill(con, table)


def create_macros(con: duckdb.DuckDBPyConnection) -> None:
    """Creates the readers' macros in schema `main`, where they can be called without one."""
    for name in MACROS:
        con.execute(statement("macros", name))


def definitions() -> list[tuple[str, Measure]]:
    """Every metric column with the name of its table, in the order of declaration."""
    return [(table.name, measure) for table in METRICS for measure in measures(table)]


def _fill(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    query = statement("metrics", table.name)
    values = [list(column) for column in zip(*_definition_rows(), strict=True)] if table is DEFINITIONS else None
    con.execute(f"insert into {table.qualified} by name {query}", values)  # noqa: S608 - declared name, our own file


def _definition_rows() -> list[tuple[str, str, str, str, bool]]:
    return [(table, m.name, m.meaning, m.default_filter, m.is_additive) for table, m in definitions()]
