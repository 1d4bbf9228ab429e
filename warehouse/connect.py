"""Connections that always end: committed or rolled back, and closed.

Belongs here: opening DuckDB files the one way this project does (no extensions fetched, nothing left open).
Does not belong here: which file is opened for what (`store`, `build`, `read`).
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from typing import Any

import duckdb

from warehouse.errors import UnopenedFileError, first_line
from warehouse.schema import literal

Connection = duckdb.DuckDBPyConnection

#: Written files stay readable by DuckDB 1.5, today's clients.
STORAGE_VERSION = "v1.5.0"

#: Rows in a group of a version, of which a reader reads all or none: of a million claims those of one fact are found in
#: half the time that DuckDB's own size (122,880) takes, in a file larger by a fifth.
GROUP_ROWS = 20_480

#: The name of a version while it is written; another connection to it has to say that it uses it.
VERSION = "version"

#: Where the data are larger than this, or than half of the machine's memory, DuckDB works on disk.
_MOST_MEMORY = 2 << 30

#: The same while tables are made anew and nothing else is held: millions of quotes take twice as long to sort on disk.
BUILD_MEMORY = 4 << 30

_OFFLINE: dict[str, Any] = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


@contextmanager
def writing(path: Path, most_memory: int = _MOST_MEMORY) -> Iterator[Connection]:
    """The one read-write connection on a file of the writer's; the file is made where there is none.

    Args:
        path: the file.
        most_memory: bytes that DuckDB may hold, where the machine has twice as much; beyond them it works on disk.

    Raises:
        UnopenedFileError: it is damaged, or another process has it open.
    """
    config = {"storage_compatibility_version": STORAGE_VERSION, "memory_limit": _memory_limit(most_memory)}
    con = _open(path, config)
    try:
        con.execute("set enable_progress_bar = false")
        yield con
    finally:
        con.close()


@contextmanager
def writing_version(path: Path, most_memory: int = _MOST_MEMORY) -> Iterator[Connection]:
    """The same on a version of the warehouse: its rows lie in small groups, of which its readers need few.

    DuckDB takes their size with each opening and gathers small groups where it is not told, so that no other way of
    opening such a file for writing is right.
    """
    config = {"storage_compatibility_version": STORAGE_VERSION, "memory_limit": _memory_limit(most_memory)}
    con = _open(Path(":memory:"), config | {"temp_directory": f"{path}.tmp"})
    try:
        con.execute("set enable_progress_bar = false")
        attach_version(con, path, VERSION)
        con.execute(f"use {VERSION}")
        yield con
    finally:
        con.close()


def attach_version(con: Connection, path: Path, name: str) -> None:
    """Attach such a file for writing under a name of ours; it is made where there is none.

    Raises:
        UnopenedFileError: it is damaged, or another process has it open.
    """
    try:
        con.execute(f"attach {literal(str(path))} as {name} (row_group_size {GROUP_ROWS})")
    except duckdb.Error as error:
        raise UnopenedFileError(path, first_line(error)) from error


def _open(path: Path, config: dict[str, Any]) -> Connection:
    try:
        return duckdb.connect(str(path), config=_OFFLINE | config)
    except duckdb.Error as error:
        raise UnopenedFileError(path, first_line(error)) from error


def _memory_limit(most: int) -> str:
    """How much a writer may hold in memory, as DuckDB wants it told."""
    installed = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{min(most, installed // 2) >> 20}MiB"


def bound_memory(con: Connection, most: int) -> None:
    """Have an open writer hold no more than so many bytes from here on: something else needs the memory."""
    con.execute(f"set memory_limit = '{_memory_limit(min(most, _MOST_MEMORY))}'")


@contextmanager
def holding_less(con: Connection, most: int) -> Iterator[None]:
    """Have an open writer hold no more than so many bytes for a while, unless it cannot do with so few at present."""
    before = scalar(con, "select current_setting('memory_limit')")
    with suppress(duckdb.OutOfMemoryException):
        bound_memory(con, most)
    try:
        yield
    finally:
        con.execute(f"set memory_limit = {literal(before)}")


@contextmanager
def reading(path: Path, *, locked_down: bool = False) -> Iterator[Connection]:
    """A read-only connection; the file keeps its bytes.

    Args:
        path: an existing file.
        locked_down: SQL from outside is going to run: no file beside this one can be reached, no setting changed.

    Raises:
        UnopenedFileError: it is damaged, or another process is writing to it.
    """
    config = {"enable_external_access": False, "lock_configuration": True} if locked_down else {}
    con = _open(path, config | {"access_mode": "READ_ONLY"})
    try:
        yield con
    finally:
        con.close()


def discard(path: Path) -> None:
    """Remove a file with what DuckDB left beside it."""
    for leftover in path.parent.glob(f"{path.name}*"):
        if leftover.is_dir():
            rmtree(leftover)
        else:
            leftover.unlink()


@contextmanager
def transaction(con: Connection) -> Iterator[None]:
    """All of a block's changes or none."""
    con.execute("begin transaction")
    try:
        yield
    except BaseException:
        con.execute("rollback")
        raise
    con.execute("commit")


def attach(con: Connection, path: Path, name: str) -> None:
    """Attach a file read-only under a name of ours; ATTACH takes no bound values."""
    con.execute(f"attach {literal(str(path))} as {name} (read_only)")


def columns_held(con: Connection, schema: str, table: str, database: str | None = None) -> set[str]:
    """The columns that a table has, in an attached database or this one; none where there is no such table."""
    found = con.execute(
        "select column_name from duckdb_columns() where database_name = coalesce(?, current_database()) "
        "and schema_name = ? and table_name = ?",
        [database, schema, table],
    )
    return {name for (name,) in found.fetchall()}


def insert(con: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Append rows in bulk: a frame is forty times as fast as bound values, row by row.

    Args:
        con: an open connection, inside a transaction where that matters.
        table: a declared table.
        columns: its columns, in the order of each row's values.
        rows: plain values; None is null.
    """
    if not rows:
        return
    import pandas as pd  # takes most of a second to import, which a command that only looks need not wait for

    names = ", ".join(columns)
    con.register("incoming_rows", pd.DataFrame(list(rows), columns=list(columns), dtype=object))
    try:
        con.execute(f"insert into {table} ({names}) select {names} from incoming_rows")  # noqa: S608
    finally:
        con.unregister("incoming_rows")


def scalar(con: Connection, query: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
    """The one value of a query that yields one."""
    rows = con.execute(query, values).fetchall()  # all: in DuckDB 2 an open result holds the connection
    return rows[0][0] if rows else None


@contextmanager
def finding_places(con: Connection) -> Iterator[None]:
    """Have a join with some thousands of rows read what lies at their places alone, for a while.

    Otherwise a few rows, here and there in a large table, have all of it read from the first of them to the last.
    """
    con.execute("set dynamic_or_filter_threshold = 5000")
    try:
        yield
    finally:
        con.execute("reset dynamic_or_filter_threshold")
