"""The words behind all claims, kept by claim in a file beside the store: every version begins with a copy of it.

Belongs here: numbering the claims, and bringing that file (`state/quotes.duckdb`) up to date with the store, once what
is new has been extracted. Does not belong here: extraction (`warehouse.claims`), which of the claims are published
(`warehouse.build`).

The file is derived. A claim's number is made of its id and version, so that it is the same wherever it is read. Where a
run dies, the next one adds what the file lacks; what does not fit the store, or cannot be opened, is made anew.
"""

import hashlib
from pathlib import Path

import duckdb

from warehouse.connect import (
    GROUP_ROWS,
    Connection,
    attach_version,
    discard,
    reading,
    scalar,
    transaction,
    writing_version,
)
from warehouse.errors import UnopenedFileError
from warehouse.schema import literal
from warehouse.statements import statement
from warehouse.store import writing_store
from warehouse.tables.claims import KEPT_BY_CLAIM

_DIGEST = "select count(*), bit_xor(hash(claim_key)) from {}"


def beside(store: Path) -> Path:
    """The file of quotes that goes with a store."""
    return store.with_name("quotes.duckdb")


def settle(store: Path) -> Path:
    """Bring the file of quotes up to date, and return it; where it is, neither file changes.

    Args:
        store: the writer's store, which no connection of this process may hold open.
    """
    path = beside(store)
    if not _is_of_this_shape(path):
        _make(path)
    with writing_store(store) as con:
        try:
            fits = _update(con, path)
        except (UnopenedFileError, duckdb.Error):  # it is damaged
            fits = False
    if not fits:
        _make(path)
        with writing_store(store) as con:
            _update(con, path)
    return path


def _is_of_this_shape(path: Path) -> bool:
    """Whether there is such a file, made by a program with the same tables."""
    if not path.exists():
        return False
    try:
        with reading(path) as con:
            return con.execute("select shape from shape").fetchall() == [(_shape(),)]
    except (UnopenedFileError, duckdb.Error):
        return False


def _make(path: Path) -> None:
    """An empty file in place of what is there."""
    discard(path)
    with writing_version(path) as con, transaction(con):
        con.execute("create schema core")
        for table in KEPT_BY_CLAIM:
            for ddl in table.ddl():
                con.execute(ddl)
        con.execute(f"create table shape as select {literal(_shape())} as shape")  # noqa: S608 - a hash


def _shape() -> str:
    """A hash of what decides the file's content beside the store."""
    parts = [ddl for table in KEPT_BY_CLAIM for ddl in table.ddl()]
    parts += [statement("quotes", name) for name in ("macros", "add")]
    parts.append(str(GROUP_ROWS))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _update(con: Connection, path: Path) -> bool:
    """Number what has no number, add what is new, take out what is gone; whether the file then fits the store."""
    attach_version(con, path, "quotes")
    try:
        if scalar(con, "select count(*) from claims where claim_key is null"):
            with transaction(con):
                con.execute(statement("quotes", "number"))
        fits = _fits(con)
        for name in ("add", "forget"):
            if not fits:
                _run(con, name)
                fits = _fits(con)
        return fits
    finally:
        con.execute("detach quotes")


def _run(con: Connection, name: str) -> None:
    con.execute(statement("quotes", "macros"))
    with transaction(con):
        for part in con.extract_statements(statement("quotes", name)):
            con.execute(part)


def _fits(con: Connection) -> bool:
    """Whether the file holds the claims that the store holds, under their numbers."""
    held, kept = (con.execute(_DIGEST.format(table)).fetchall() for table in ("claims", "quotes.core.claims"))
    return held == kept
