"""The writer's store: articles as they were read, items that could not be, and what has been read at all.

Belongs here: opening `state/store.duckdb`, merging what the sources yield, and telling what a later run may skip. Does
not belong here: claims (`warehouse.claims`), facts (`warehouse.resolved`), reading articles from anywhere.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from warehouse.connect import Connection, insert, reading, scalar, transaction, writing
from warehouse.errors import WarehouseError
from warehouse.schema import Table
from warehouse.statements import statement
from warehouse.tables import STORE_TABLES

_BATCH = 2_000

_READ_COLUMNS = (
    "article_id",
    "content_hash",
    "text_hash",
    "url",
    "source_article_id",
    "title",
    "text",
    "published",
    "source",
    "byline",
    "language",
    "credited_source",
    "is_date_doubtful",
    "origin",
    "locator",
)


class ReadItem(NamedTuple):
    """An item of a source, such as a file, and the hash of its bytes when it was read."""

    origin: str
    locator: str
    content_hash: str


class IngestCounts(NamedTuple):
    """What a load changed.

    Attributes:
        articles: articles met, each version once.
        new_articles: identities that were not known.
        new_versions: other texts of known identities.
        new_rejects: items that could not be read and had not been met.
    """

    articles: int
    new_articles: int
    new_versions: int
    new_rejects: int

    @property
    def is_nothing_new(self) -> bool:
        """Whether articles are as they were (rejects alone are not news)."""
        return not (self.new_articles or self.new_versions)


@contextmanager
def writing_store(path: Path) -> Iterator[Connection]:
    """The store, open for writing; made where there is none. One process at a time, under the writer's lock.

    Raises:
        WarehouseError: the store was made by a version of the program with other tables.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with writing(path) as con:
        _prepare(con, path)
        yield con


@contextmanager
def reading_store(path: Path) -> Iterator[Connection]:
    """The store, open for looking; its bytes stay."""
    with reading(path) as con:
        yield con


def read_items(con: Connection) -> dict[tuple[str, str], str]:
    """Hash of each item that has been read, by origin and locator."""
    rows = con.execute("select origin, locator, content_hash from read_items").fetchall()
    return {(origin, locator): content_hash for origin, locator, content_hash in rows}


def ingest(con: Connection, items: Iterable[Any], read: Iterable[ReadItem], read_at: datetime) -> IngestCounts:
    """Merge what the sources yielded, in one transaction; the same again changes nothing.

    Args:
        con: the store.
        items: articles (all attributes of `sources.article.Article`) and rejects (those of
            `sources.article.Reject`, told apart by their `reason`), in order of reading.
        read: what they were read from; looked at after `items` has been exhausted.
        read_at: the time of this run, UTC without zone.
    """
    with transaction(con):
        rejects = _stage_articles(con, items)
        known_articles = scalar(con, "select count(distinct article_id) from article_versions")
        known_versions = scalar(con, "select count(*) from article_versions")
        base = scalar(con, "select coalesce(max(sequence), 0) + 1 from article_versions")
        run_statements(con, "merge_articles", {"base": base, "read_at": read_at})
        run_statements(con, "settle_versions")
        items_read = list(read)
        _forget_rejects(con, items_read)
        new_rejects = _load_rejects(con, rejects, read_at)
        _load_read_items(con, items_read, read_at)
        articles = scalar(con, "select count(*) from read_versions")
        new_articles = scalar(con, "select count(distinct article_id) from article_versions") - known_articles
        versions = scalar(con, "select count(*) from article_versions") - known_versions
    return IngestCounts(articles, new_articles, versions - new_articles, new_rejects)


def enable_sample(con: Connection, is_enabled: bool) -> int:
    """Let the bundled sample's articles count, or withdraw them. Returns how many versions changed state."""
    with transaction(con):
        changed = con.execute(
            "update article_versions set is_withdrawn = not $on where origin = 'sample' and is_withdrawn = $on",
            {"on": is_enabled},
        ).fetchall()[0][0]
        if changed:
            run_statements(con, "settle_versions")
    return int(changed)


def is_sample_counted(con: Connection) -> bool:
    """Whether an article of the bundled sample counts at present."""
    return bool(scalar(con, "select count(*) > 0 from article_versions where origin = 'sample' and not is_withdrawn"))


def has_real_article(con: Connection) -> bool:
    """Whether any article beside the bundled sample has been read."""
    return bool(scalar(con, "select count(*) > 0 from article_versions where origin <> 'sample'"))


def content_basis(con: Connection) -> str:
    """Digest of what all published tables are made from, beside the rules: the articles that stand and how they count.

    Rejects are no part of it: they alone do not publish.
    """
    return str(scalar(con, statement("store", "content_basis")))


def rejects_by_reason(con: Connection) -> dict[str, int]:
    """Items that could not be read, counted by reason."""
    return dict(con.execute("select reason, count(*) from rejects group by reason order by reason").fetchall())


def log_refresh(
    con: Connection, number: int, refreshed_at: datetime, entry: Mapping[str, Any], *, published: int
) -> None:
    """Note what the refresh that is going to publish has done, for `metrics.refresh_log`.

    Args:
        con: the store.
        number: of the version that is being made.
        refreshed_at: the time of this run, UTC without zone.
        entry: its counts, seconds and versions.
        published: number of the last version that was published, 0 for none: what a killed run noted after it goes.
    """
    with transaction(con):
        con.execute("delete from refresh_log where number > ?", [published])
        row = (number, refreshed_at, json.dumps(entry, sort_keys=True))
        insert(con, "refresh_log", _names("refresh_log"), [row])


def run_statements(con: Connection, name: str, values: Mapping[str, Any] | None = None) -> None:
    """Run the statements of a file of `sql/store/` one by one, each with the values that it names."""
    for part in statement("store", name).split(";\n"):
        if part.strip():
            wanted = {key: value for key, value in (values or {}).items() if f"${key}" in part}
            con.execute(part, wanted)


def _prepare(con: Connection, path: Path) -> None:
    found: dict[str, set[str]] = {}
    for table, column in con.execute("select table_name, column_name from duckdb_columns()").fetchall():
        found.setdefault(table, set()).add(column)
    missing = [table for table in STORE_TABLES if table.name not in found]
    if missing:
        with transaction(con):
            for table in missing:
                for ddl in table.ddl():
                    con.execute(ddl)
    for table in STORE_TABLES:
        if table not in missing and {column.name for column in table.columns} != found[table.name]:
            raise WarehouseError(
                f"{path}: table {table.name} was made by another version of spacepact; move the file away and run "
                "`spacepact refresh` to read all sources anew"
            )


def _stage_articles(con: Connection, items: Iterable[Any]) -> list[Any]:
    """Fill temp table incoming_articles; returns the rejects met on the way."""
    names = ", ".join((*_READ_COLUMNS, "notes"))
    empty = f"select 0::bigint as ordinal, {names} from article_versions limit 0"  # noqa: S608
    con.execute(f"create or replace temp table incoming_articles as {empty}")
    rejects: list[Any] = []
    remaining = iter(items)
    ordinal = 0
    while batch := list(islice(remaining, _BATCH)):
        rejects += [item for item in batch if hasattr(item, "reason")]
        rows = []
        for article in batch:
            if hasattr(article, "reason"):
                continue
            rows.append((ordinal, *_article_values(article)))
            ordinal += 1
        insert(con, "incoming_articles", ("ordinal", *_READ_COLUMNS, "notes"), rows)
    return rejects


def _article_values(article: Any) -> list[Any]:
    values = [storable(getattr(article, name)) for name in _READ_COLUMNS]
    return [*values, storable("\n".join(article.notes)) or None]


def storable(value: Any) -> Any:
    """The value without half surrogates, which no UTF-8 holds; one code point for one, so that offsets stay true."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", errors="replace").decode("utf-8")
    return value


def _forget_rejects(con: Connection, read: list[ReadItem]) -> None:
    """Drop what was wrong with earlier contents of the items that have now been read again."""
    known = read_items(con)
    for item in read:
        if known.get((item.origin, item.locator), item.content_hash) != item.content_hash:
            path = item.locator.rpartition("\t")[2]
            con.execute(
                "delete from rejects where origin = ? and (locator = ? or starts_with(locator, ?))",
                [item.origin, path, f"{path}:"],
            )


def _load_rejects(con: Connection, rejects: Iterable[Any], read_at: datetime) -> int:
    """Keep rejects that were not met before; returns how many."""
    unique = {(item.origin, storable(item.locator), item.content_hash): item for item in rejects}
    rows = [
        (*key, item.reason, storable(item.detail), storable(json.dumps(item.fields, sort_keys=True)), read_at)
        for key, item in unique.items()
    ]
    return insert_missing(con, "rejects", _names("rejects"), rows)


def _load_read_items(con: Connection, read: list[ReadItem], read_at: datetime) -> None:
    """Remember the hash of each item; one that is as it was keeps its row."""
    known = read_items(con)
    latest = {(item.origin, item.locator): item.content_hash for item in read}
    changed = [(*place, found, read_at) for place, found in latest.items() if known.get(place) != found]
    insert_replacing(con, "read_items", _names("read_items"), changed)


def insert_missing(con: Connection, table: str, columns: tuple[str, ...], rows: list[Any]) -> int:
    """Insert the rows whose key the table does not hold; returns how many."""
    if not rows:
        return 0
    before = scalar(con, f"select count(*) from {table}")  # noqa: S608
    key = ", ".join(_declared(table).key)
    con.execute(f"create or replace temp table incoming as select * from {table} limit 0")  # noqa: S608
    insert(con, "incoming", columns, rows)
    con.execute(f"insert into {table} select incoming.* from incoming anti join {table} using ({key})")  # noqa: S608
    return int(scalar(con, f"select count(*) from {table}") - before)  # noqa: S608


def insert_replacing(con: Connection, table: str, columns: tuple[str, ...], rows: list[Any]) -> None:
    """Insert rows in place of those with the same key."""
    if not rows:
        return
    key = " and ".join(f"{table}.{name} = incoming.{name}" for name in _declared(table).key)
    con.execute(f"create or replace temp table incoming as select * from {table} limit 0")  # noqa: S608
    insert(con, "incoming", columns, rows)
    con.execute(f"delete from {table} using incoming where {key}")  # noqa: S608
    con.execute(f"insert into {table} select * from incoming")  # noqa: S608


def _declared(name: str) -> Table:
    return next(table for table in STORE_TABLES if table.name == name)


def _names(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in _declared(table).columns)
