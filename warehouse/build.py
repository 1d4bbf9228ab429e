"""The next version of the warehouse, made from the writer's store and the lexicons by SQL, table by table.

Belongs here: the build file, its attached inputs, the order of tables, and filling one. Does not belong here: what the
tables mean (`warehouse.tables`), their SQL (`warehouse/sql/core/`), metrics (`warehouse.metrics`), publishing.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from warehouse import carry, lexicon_rows, quotes
from warehouse.connect import BUILD_MEMORY, Connection, attach, scalar, transaction, writing_version
from warehouse.lexicon_rows import DimensionRows
from warehouse.schema import Table
from warehouse.statements import statement
from warehouse.tables import CORE_TABLES

_STAGE_REFERENCE = re.compile(r"\bstage\.(\w+)")
_CORE_REFERENCE = re.compile(r"\bcore\.(\w+)")

#: How the file of an intermediate table begins that is not worth a copy.
_AS_VIEW = "-- As a view:"


@dataclass(slots=True)
class Build:
    """A build under way.

    Attributes:
        con: the connection on the build file. `store` and `quotes` (read-only), `lexicon` and `stage` (in memory) are
            attached, and `published` where a version is carried on.
        staged: intermediate tables made so far.
        is_carried: what the carried tables hold of facts that have not changed is there already.
    """

    con: Connection
    staged: set[str] = field(default_factory=set)
    is_carried: bool = False

    def fill(self, table: Table) -> int:
        """Fill a core table from its SQL file, in place of what it held. Returns its rows.

        The tables that it reads must have been filled: `CORE_TABLES` is in such an order.
        """
        query = statement(table.schema, table.name)
        if table.is_view:
            return row_count(self.con, table)
        begun_with = table in carry.begun_with(is_carried=self.is_carried)
        self._stage_for(query)
        if begun_with:
            self._stage(carry.CARRIED[table].by)
        with transaction(self.con):
            if begun_with:
                carry.take_out(self.con, table)
            else:
                self.con.execute(f"delete from {table.qualified}")  # noqa: S608
            self.con.execute(f"insert into {table.qualified} by name {query}")
        return row_count(self.con, table)

    def _stage_for(self, query: str) -> None:
        """Make the intermediate tables that a query reads, and those that they read."""
        for name in _STAGE_REFERENCE.findall(query):
            self._stage(name)

    def _stage(self, name: str) -> None:
        if name not in self.staged:
            self.staged.add(name)
            is_narrowed = self.is_carried and name in carry.NARROWED
            staging = statement("carry" if is_narrowed else "stage", name)
            self._stage_for(staging)
            form = "view" if staging.startswith(_AS_VIEW) else "table"
            self.con.execute(f"create {form} stage.{name} as {staging}")


@contextmanager
def building(path: Path, store: Path, rows: DimensionRows, standing: carry.Standing | None = None) -> Iterator[Build]:
    """Start a new build file with empty core tables; it is closed at the end, and whole only then.

    Args:
        path: the build file; what an earlier run left there is removed.
        store: the writer's store, which no connection of this process may hold open.
        rows: the lexicons.
        standing: the published version, if it is whole: what it says of facts that have not changed is taken over.
    """
    discard(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    is_carried = standing is not None and carry.is_known(store, standing)
    kept = quotes.settle(store)
    carry.copy(standing.path if standing is not None and is_carried else kept, path)
    begun_with = carry.begun_with(is_carried=is_carried)
    with writing_version(path, BUILD_MEMORY) as con:
        carry.clear(con, begun_with)
        attach(con, store, "store")
        attach(con, kept, "quotes")
        if standing is not None and is_carried:
            attach(con, standing.path, "published")
        con.execute("attach ':memory:' as stage")
        lexicon_rows.load(con, rows)
        for folder in ("stage", "quotes"):
            for macro in statement(folder, "macros").split(";\n"):
                if macro.strip():
                    con.execute(macro)
        create_tables(con, tuple(table for table in CORE_TABLES if table not in begun_with))
        yield Build(con, is_carried=is_carried)


def discard(path: Path) -> None:
    """Remove a build file with what belongs to it."""
    for leftover in path.parent.glob(f"{path.name}*"):
        if leftover.is_dir():
            for file in leftover.iterdir():
                file.unlink()
            leftover.rmdir()
        else:
            leftover.unlink()


def create_tables(con: Connection, tables: tuple[Table, ...]) -> None:
    """Create declared tables, empty, with their comments and schemas."""
    with transaction(con):
        for schema in dict.fromkeys(table.schema for table in tables):
            con.execute(f"create schema if not exists {schema}")
        for table in tables:
            for ddl in table.ddl():
                con.execute(ddl)


def fill_core(build: Build) -> dict[str, int]:
    """Fill all core tables in order. Returns rows by table."""
    return {table.name: build.fill(table) for table in CORE_TABLES}


def row_count(con: Connection, table: Table) -> int:
    """Rows of a declared table."""
    return int(scalar(con, f"select count(*) from {table.qualified}"))  # noqa: S608


def preview(con: Connection, table: Table, limit: int = 5) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Column names and the first rows of a declared table."""
    names = [column.name for column in table.columns]
    query = f"select {', '.join(names)} from {table.qualified} limit {limit:d}"  # noqa: S608
    return names, con.execute(query).fetchall()


@cache
def reads(table: Table) -> frozenset[str]:
    """Names of the core tables that the SQL of a core table reads, through intermediate tables too."""
    return frozenset(_core_tables_in(statement(table.schema, table.name))) - {table.name}


def _core_tables_in(query: str) -> set[str]:
    found = set(_CORE_REFERENCE.findall(query))
    for name in _STAGE_REFERENCE.findall(query):
        found |= _core_tables_in(statement("stage", name))
    return found
