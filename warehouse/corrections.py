"""What the published warehouse says of people's corrections.

Belongs here: how the entries of the override files fared, and which bear on an id. Does not belong here: applying them
(`warehouse.curation`), printing.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from warehouse.connect import Connection, scalar
from warehouse.schema import Table
from warehouse.statements import statement
from warehouse.tables.curation import CORE_OVERRIDES


class Correction(NamedTuple):
    """An entry of an override file, as `core.overrides` has it."""

    file_name: str
    entry_number: int
    override_id: str | None
    action: str | None
    fact_id: str | None
    named_id: str | None
    other_id: str | None
    column_name: str | None
    value: str | None
    author: str | None
    made_date: date | None
    reason: str | None
    source: str | None
    status: str
    problem: str | None


class Fared(NamedTuple):
    """How all entries fared.

    Attributes:
        counts: entries by status.
        problems: a line for each that is stale or invalid, in the order of the files.
    """

    counts: dict[str, int]
    problems: list[str]


def fared(con: Connection) -> Fared:
    """How the entries fared in this version; a version of an earlier program has none."""
    if not has_table(con, CORE_OVERRIDES):
        return Fared({}, [])
    counts = dict(con.execute("select status, count(*) from core.overrides group by 1 order by 1").fetchall())
    rows = con.execute(statement("read", "override_problems")).fetchall()
    lines = [
        f"{name} entry {number} is {status}: {problem}" if number else f"{name} {problem}"
        for name, number, status, problem in rows
    ]
    return Fared(counts, lines)


def bearing_on(con: Connection, ids: Sequence[str]) -> list[Correction]:
    """The corrections that bear on any of these ids or are named so, newest first."""
    if not has_table(con, CORE_OVERRIDES):
        return []
    rows = con.execute(statement("read", "overrides_of"), {"ids": list(ids)}).fetchall()
    return [Correction(*row) for row in rows]


def has_table(con: Connection, table: Table) -> bool:
    """Whether this version has a table: one of an earlier program may not."""
    query = "select count(*) > 0 from duckdb_tables() where schema_name = ? and table_name = ?"
    return bool(scalar(con, query, [table.schema, table.name]))
