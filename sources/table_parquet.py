"""Parquet: one article a row, columns by name, read through DuckDB in batches.

Belongs here: rows out of a Parquet file in bounded memory. Does not belong here: what a record must hold (records).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from sources.article import Article, Reject, stable_hash
from sources.errors import UnreadableError
from sources.records import FIELDS, Reading, article
from sources.streams import ITEM_BYTES

_FEWEST, _MOST = 64, 10_000  # rows asked for at once
_BYTES_TOGETHER = 8 << 20
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "256MB",
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
    for number, (values, size) in enumerate(_rows(connection, _query(columns, names), file), start=1):
        place = f":{number}"
        record = dict(zip(names, values, strict=True))
        try:
            if size > ITEM_BYTES:
                raise UnreadableError("too large", f"a row of {size} bytes; the limit is {ITEM_BYTES}")
            yield article(record, reading, place)
        except UnreadableError as error:
            yield reading.reject(error, stable_hash(reading.content_hash, place), place, record)


def _rows(connection: duckdb.DuckDBPyConnection, query: str, file: str) -> Iterator[tuple[tuple[Any, ...], int]]:
    """Rows with their sizes, asked for part by part, each of about the same size: an answer is held whole by DuckDB."""
    start, count = 0, _FEWEST
    while found := connection.execute(query, [file, ITEM_BYTES, start, start + count]).fetchall():
        held = 1
        for *values, size in found:
            held += size or 0
            yield tuple(values), size or 0
        start += count
        count = min(max(_BYTES_TOGETHER * len(found) // held, _FEWEST), 4 * count, _MOST)


def _query(columns: dict[str, str], names: list[str]) -> str:
    """Known columns as text, each only where it is within the limit, and the size of the row."""
    as_text = [f"cast({_quoted(columns[name])} as varchar)" for name in names]
    cells = ", ".join(f"case when strlen({text}) <= $2 then {text} end" for text in as_text)
    size = " + ".join(f"coalesce(strlen({text}), 0)" for text in as_text)
    table = "read_parquet($1, binary_as_string = true, file_row_number = true)"
    part = "file_row_number >= $3 and file_row_number < $4"
    return f"select {cells}, {size} from {table} where {part} order by file_row_number"  # noqa: S608 (own quoted names)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(path: Path) -> str:
    """The path with what DuckDB would read as a pattern taken literally."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in str(path))
