"""Reading the published warehouse: counts, a query of the user's, an export.

Belongs here: all that opens the published file alone, read-only, and so works while a refresh runs. Does not belong
here: the story of one id (`warehouse.explain`), printing.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

import duckdb

from warehouse.connect import Connection, reading, scalar
from warehouse.errors import (
    ExportError,
    NoWarehouseError,
    QueryError,
    UnopenedFileError,
    UnreadableWarehouseError,
    first_line,
)
from warehouse.publish import LINK
from warehouse.schema import literal
from warehouse.statements import statement

Format = Literal["parquet", "csv"]

_TABLES = """
select schema_name, table_name
from duckdb_tables()
where not internal and not temporary
union all
select schema_name, view_name
from duckdb_views()
where not internal and not temporary and schema_name = 'core'
order by all
"""


class Status(NamedTuple):
    """What the published warehouse holds.

    Attributes:
        rows: by table, with its schema.
        newest_article_date: of all articles that count and whose date is not doubted.
        apart: articles that are kept and not read for facts, or not as a source of their own, by why.
    """

    number: int
    published_at: datetime
    newest_article_date: date | None
    rows: dict[str, int]
    apart: dict[str, int]


class Answer(NamedTuple):
    """What a query yields."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: list[tuple[Any, ...]]


@contextmanager
def published(home: Path, *, locked_down: bool = False) -> Iterator[Connection]:
    """The published warehouse, read-only.

    Args:
        home: the home.
        locked_down: SQL from outside is going to run.

    Raises:
        NoWarehouseError: nothing has been published.
        UnreadableWarehouseError: the file is damaged, or somebody holds it open for writing.
    """
    link = home / LINK
    try:
        if not link.exists():
            raise NoWarehouseError(link)
    except OSError as error:
        raise UnreadableWarehouseError(link, error.strerror or type(error).__name__) from error
    with ExitStack() as opened:
        try:
            con = opened.enter_context(reading(link.resolve(), locked_down=locked_down))
        except UnopenedFileError as error:
            raise UnreadableWarehouseError(link, error.cause) from error
        yield con


def status(home: Path) -> Status:
    """Version, newest article and rows by table."""
    with published(home) as con:
        version = con.execute("select number, published_at from metrics.published_version")
        number, published_at = version.fetchall()[0]
        newest = scalar(
            con,
            "select max(published_date) from core.dim_articles where not is_withdrawn and not is_date_doubtful",
        )
        rows = {table: _rows(con, table) for table in _tables(con)}
        return Status(number, published_at, newest, rows, _articles_apart(con))


def _articles_apart(con: Connection) -> dict[str, int]:
    try:
        return dict(con.execute(statement("read", "articles_apart")).fetchall())
    except duckdb.BinderException:  # published by an earlier release, which knew none of these
        return {}


def query(home: Path, sql: str) -> Answer:
    """Answer a query of the user's; it can read the warehouse and nothing else.

    Raises:
        QueryError: what DuckDB says of it, in one line.
    """
    with published(home, locked_down=True) as con:
        try:
            result = con.execute(sql)
            if result is None:
                raise QueryError("it is empty")
            described = result.description or []
            rows = result.fetchall() if described else []
        except duckdb.Error as error:
            raise QueryError(first_line(error)) from error
    return Answer(tuple(d[0] for d in described), tuple(str(d[1]) for d in described), rows)


def export(home: Path, folder: Path, form: Format) -> list[Path]:
    """Write every published table to `<folder>/<schema>/<table>.<form>`, each file whole or not at all.

    Raises:
        ExportError: the folder cannot be written.
    """
    written = []
    with published(home) as con:
        try:
            for table in _tables(con):
                target = folder.joinpath(*table.split(".")).with_suffix(f".{form}")
                target.parent.mkdir(parents=True, exist_ok=True)
                _copy(con, table, target, form)
                written.append(target)
        except (OSError, duckdb.IOException) as error:
            raise ExportError(folder, first_line(error)) from error
    return written


def _copy(con: Connection, table: str, target: Path, form: Format) -> None:
    in_work = target.with_name(f".{target.name}.part")
    options = "format parquet, compression zstd" if form == "parquet" else "format csv, header"
    con.execute(f"copy {table} to {literal(str(in_work))} ({options})")
    in_work.replace(target)


def _tables(con: Connection) -> list[str]:
    return [f"{schema}.{table}" for schema, table in con.execute(_TABLES).fetchall()]


def _rows(con: Connection, table: str) -> int:
    return int(scalar(con, f"select count(*) from {table}"))  # noqa: S608
