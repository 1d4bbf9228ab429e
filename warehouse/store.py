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

from warehouse import kept_rejects
from warehouse.connect import Connection, insert, reading, scalar, transaction, writing
from warehouse.statements import statement
from warehouse.store_tables import column_names, insert_replacing, prepare, storable

#: Why an article of the bundled sample is withdrawn.
SAMPLE_OFF = "the sample is switched off"

_BATCH = 2_000

#: Bytes that DuckDB may hold while batches stream through it.
_STREAM_MEMORY = 128 << 20

#: Up to so many values that a join looks for, DuckDB leaves out the parts of a table that cannot hold any of them; of
#: more (of 50, by default), all that lies between the smallest and the largest is read. Rows looked up by their places
#: are a thousand at most, as a rule, and lie together.
_VALUES_LOOKED_FOR = 4_096

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
def writing_store(path: Path, *, is_streamed: bool = False) -> Iterator[Connection]:
    """The store, open for writing; made where there is none. One process at a time, under the writer's lock.

    Args:
        path: the file.
        is_streamed: what is done goes by small batches, and is to take little memory however much there is.

    Raises:
        WarehouseError: the store was made by a version of the program with other tables.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with writing(path, *([_STREAM_MEMORY] if is_streamed else [])) as con:
        prepare(con, path)
        con.execute(f"set dynamic_or_filter_threshold = {_VALUES_LOOKED_FOR}")
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


class OpenItem(NamedTuple):
    """An item that has been read in part: how many of its articles and rejects are stored."""

    item: ReadItem
    stored: int


def ingest(
    con: Connection,
    items: Iterable[Any],
    read: Iterable[ReadItem],
    read_at: datetime,
    *,
    begun: Iterable[ReadItem] | None = None,
    unfinished: OpenItem | None = None,
) -> IngestCounts:
    """Merge what the sources yielded, in one transaction; the same again changes nothing.

    Args:
        con: the store.
        items: articles (all attributes of `sources.article.Article`) and rejects (those of
            `sources.article.Reject`, told apart by their `reason`), in order of reading.
        read: what they were read from, to its end; looked at after `items` has been exhausted.
        read_at: the time of this run, UTC without zone.
        begun: what they are the first items of; None where that is what was read to its end.
        unfinished: an item of which more is to come; `stored_of` tells a later run where to go on.
    """
    with transaction(con):
        rejects = stage(con, items)
        counts = merge_staged(con, read_at)
        finished = list(read)
        kept_rejects.forget_earlier(con, finished if begun is None else begun)
        new_rejects = kept_rejects.load_rejects(con, rejects, read_at)
        _load_read_items(con, finished, read_at)
        _note_positions(con, finished, unfinished)
    return IngestCounts(*counts, new_rejects)


def stored_of(con: Connection, item: ReadItem) -> int:
    """How many articles and rejects of an item an interrupted run has stored; 0 where its content is another now."""
    query = "select item_count from read_positions where origin = ? and locator = ? and content_hash = ?"
    return int(scalar(con, query, item) or 0)


def enable_sample(con: Connection, is_enabled: bool) -> int:
    """Let the bundled sample's articles count, or withdraw them. Returns how many versions changed state."""
    with transaction(con):
        changed = con.execute(
            "update article_versions set is_withdrawn = not $on, withdrawn_reason = case when not $on then $why end "
            "where origin = 'sample' and is_withdrawn = $on",
            {"on": is_enabled, "why": SAMPLE_OFF},
        ).fetchall()[0][0]
        if changed:
            settle(con, "select distinct article_id from article_versions where origin = 'sample'")
    return int(changed)


def settle(con: Connection, articles: str) -> None:
    """Find out which versions of some articles stand, after what bears on that has changed.

    Args:
        con: the store, in a transaction.
        articles: a query of ours for the column article_id.
    """
    con.execute(f"create or replace temp table touched_articles as {articles}")
    run_statements(con, "settle_versions")


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
        insert(con, "refresh_log", column_names("refresh_log"), [row])


def run_statements(con: Connection, name: str, values: Mapping[str, Any] | None = None) -> None:
    """Run the statements of a file of `sql/store/` one by one, each with the values that it names."""
    for part in con.extract_statements(statement("store", name)):
        con.execute(part, {key: (values or {})[key] for key in part.named_parameters})


def stage(con: Connection, items: Iterable[Any]) -> list[Any]:
    """Put articles into temp table incoming_articles; returns the rejects met on the way."""
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


def merge_staged(con: Connection, read_at: datetime) -> tuple[int, int, int]:
    """Merge temp table incoming_articles; returns articles met, new ones, and new versions of known ones."""
    if not scalar(con, "select count(*) from incoming_articles"):
        return 0, 0, 0
    base = scalar(con, "select coalesce(max(sequence), 0) + 1 from article_versions")
    run_statements(con, "merge_articles", {"base": base, "read_at": read_at})
    run_statements(con, "settle_versions")
    articles = scalar(con, "select count(*) from read_versions")
    unknown = "select count(*) from (select distinct {0} from read_versions anti join known_versions using ({0}))"
    new = scalar(con, unknown.format("article_id"))
    versions = scalar(con, unknown.format("article_id, content_hash"))
    return articles, new, versions - new


def _note_positions(con: Connection, finished: list[ReadItem], unfinished: OpenItem | None) -> None:
    """Remember where an item is to be read on, and no longer where one ended."""
    for item in (*finished, *([unfinished.item] if unfinished else ())):
        con.execute("delete from read_positions where origin = ? and locator = ?", [item.origin, item.locator])
    if unfinished:
        insert(con, "read_positions", column_names("read_positions"), [(*unfinished.item, unfinished.stored)])


def _load_read_items(con: Connection, read: list[ReadItem], read_at: datetime) -> None:
    """Remember the hash of each item; one that is as it was keeps its row."""
    latest = {(item.origin, item.locator): (*item, read_at) for item in read}
    if not latest:
        return
    con.execute("create or replace temp table incoming_items as from read_items limit 0")
    insert(con, "incoming_items", column_names("read_items"), list(latest.values()))
    keys = ("origin", "locator", "content_hash")
    changed = con.execute(f"from incoming_items anti join read_items using ({', '.join(keys)})").fetchall()
    insert_replacing(con, "read_items", changed)
