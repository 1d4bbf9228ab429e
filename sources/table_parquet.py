"""Parquet: one article a row, columns by name, read through DuckDB in batches.

Belongs here: rows out of a Parquet file in bounded memory. Does not belong here: what a record must hold (records).
"""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from sources.article import Article, Reject, stable_hash
from sources.errors import UnreadableError
from sources.records import FIELDS, Reading, article
from sources.streams import ITEM_BYTES

_BATCH = 64
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "1GB",
    "autoinstall_known_extensions": False,
}


def read(path: Path, reading: Reading) -> Iterator[Article | Reject]:
    """The articles of a table, and a reject for each row that holds none.

    Raises:
        ColumnError: the table has no text column, or not one that the settings name.
        UnreadableError: reason `not Parquet`.
    """
    with duckdb.connect(":memory:", config=_SETTINGS) as connection:
        connection.execute("set enable_progress_bar = false")  # it would be written among what a command prints
        try:
            yield from _read(connection, path, reading)
        except duckdb.Error as error:
            first_line = str(error).splitlines()[0]
            raise UnreadableError("not Parquet", first_line.replace(str(path), reading.locator)) from None


def _read(connection: duckdb.DuckDBPyConnection, path: Path, reading: Reading) -> Iterator[Article | Reject]:
    file = _literal(path)
    described = connection.execute("describe select * from read_parquet($1, binary_as_string = true)", [file])
    ours = reading.renamed(str(row[0]) for row in described.fetchall())
    columns = {name: column for column, name in ours.items()}
    names = [name for name in FIELDS if name in columns]
    connection.execute(_query(columns, names), [file, ITEM_BYTES])
    number = 0
    while rows := connection.fetchmany(_BATCH):
        for *values, size in rows:
            number += 1
            place = f":{number}"
            record = dict(zip(names, values, strict=True))
            try:
                if (size or 0) > ITEM_BYTES:
                    raise UnreadableError("too large", f"a row of {size} bytes; the limit is {ITEM_BYTES}")
                yield article(record, reading, place)
            except UnreadableError as error:
                yield reading.reject(error, stable_hash(reading.content_hash, place), place, record)


def _query(columns: dict[str, str], names: list[str]) -> str:
    """Known columns as text, each only where it is within the limit, and the size of the row."""
    as_text = [f"cast({_quoted(columns[name])} as varchar)" for name in names]
    cells = ", ".join(f"case when strlen({text}) <= $2 then {text} end" for text in as_text)
    size = " + ".join(f"coalesce(strlen({text}), 0)" for text in as_text)
    return f"select {cells}, {size} from read_parquet($1, binary_as_string = true)"  # noqa: S608 (own quoted names)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(path: Path) -> str:
    """The path with what DuckDB would read as a pattern taken literally."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in str(path))
