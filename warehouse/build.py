"""The next version of the warehouse, made from the writer's store and the lexicons by SQL, table by table.

Belongs here: the build file, its attached inputs, what each table reads, and filling one. Does not belong here: what
the tables mean (`warehouse.tables`), their SQL (`warehouse/sql/core/`), metrics (`warehouse.metrics`), publishing.
"""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from warehouse import carry, lexicon_rows, quotes
from warehouse.connect import BUILD_MEMORY, VERSION, Connection, attach, discard, scalar, transaction, writing_version
from warehouse.lexicon_rows import DimensionRows
from warehouse.order import make_in_order
from warehouse.schema import Table
from warehouse.statements import statement, tables_read
from warehouse.tables import CORE_TABLES

_CORE = {table.qualified: table for table in CORE_TABLES}

#: How the file of an intermediate table begins that is not worth a copy.
_AS_VIEW = "-- As a view:"


@dataclass(slots=True)
class Build:
    """A build under way.

    Attributes:
        con: the connection on the build file. `store` and `quotes` (read-only), `lexicon` and `stage` (in memory) are
            attached, and `published` where a version is carried on.
        is_carried: what the carried tables hold of facts that have not changed is there already.
    """

    con: Connection
    is_carried: bool = False

    def fill(self) -> Generator[Table, None, None]:
        """Fill all core tables, from their SQL files; yields each when it is filled, after all that it reads."""
        for name in make_in_order(self._needs(), self._make, self._connect, lambda name: len(self._statement(name))):
            if name in _CORE:
                yield _CORE[name]
        self.con.execute("detach stage")  # its memory serves what follows

    def _needs(self) -> dict[str, frozenset[str]]:
        """Qualified names of all core and intermediate tables, with those that each reads."""
        names = list(_CORE)
        for name in names:
            names += sorted(self._reads(name) - set(names))
        return {name: self._reads(name) for name in names}

    def _reads(self, name: str) -> frozenset[str]:
        begun_with = carry.begun_with(is_carried=self.is_carried)
        taken_out_by = {table.qualified: f"stage.{carry.CARRIED[table].by}" for table in begun_with}
        # what names the rows to be taken out of a table reads it as the version began with it
        later = {table for table, by in taken_out_by.items() if by == name}
        first = {taken_out_by[name]} if name in taken_out_by else set()
        return (tables_read(self._statement(name)) | first) - later - {name}

    def _statement(self, name: str) -> str:
        schema, _, table = name.partition(".")
        is_narrowed = schema == "stage" and self.is_carried and table in carry.NARROWED
        return statement("carry" if is_narrowed else schema, table)

    def _make(self, con: Connection, name: str) -> None:
        """Create and fill a core table, or make an intermediate one."""
        query = self._statement(name)
        if name not in _CORE:
            form = "view" if query.startswith(_AS_VIEW) else "table"
            con.execute(f"create {form} {name} as {query}")
            return
        table = _CORE[name]
        is_there = table in carry.begun_with(is_carried=self.is_carried)
        if not is_there:
            create_tables(con, (table,))
        if not table.is_view:
            with transaction(con):
                if is_there:
                    carry.take_out(con, table)
                con.execute(f"insert into {name} by name {query}")

    def _connect(self) -> Connection:
        """One more connection to the same files."""
        con = self.con.cursor()
        con.execute(f"use {VERSION}")
        _prepare(con)
        return con


@contextmanager
def building(path: Path, store: Path, rows: DimensionRows, standing: carry.Standing | None = None) -> Iterator[Build]:
    """Start a new build file, with what core tables begin with; it is closed at the end, and whole only then.

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
        _prepare(con)
        yield Build(con, is_carried=is_carried)


def _prepare(con: Connection) -> None:
    """Give a connection what is its own: macros and a variable."""
    for folder in ("stage", "quotes"):
        for macro in statement(folder, "macros").split(";\n"):
            if macro.strip():
                con.execute(macro)
    lexicon_rows.set_phrases(con)


def create_tables(con: Connection, tables: tuple[Table, ...]) -> None:
    """Create declared tables, empty, with their comments and schemas."""
    with transaction(con):
        for schema in dict.fromkeys(table.schema for table in tables):
            con.execute(f"create schema if not exists {schema}")
        for table in tables:
            for ddl in table.ddl():
                con.execute(ddl)


def fill_core(build: Build) -> dict[str, int]:
    """Fill all core tables. Returns rows by table."""
    return {table.name: row_count(build.con, table) for table in build.fill()}


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
    return frozenset(_core_tables_in(table.qualified)) - {table.name}


def _core_tables_in(name: str) -> set[str]:
    found = set()
    for read in tables_read(statement(*name.split("."))):
        schema, _, table = read.partition(".")
        found |= {table} if schema == "core" else _core_tables_in(read)
    return found
