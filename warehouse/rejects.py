"""Items that cannot be read at present: counted and listed.

Belongs here: the writer's count of them, the small file that it leaves for readers, and reading that file. Does not
belong here: keeping or dropping a reject (`warehouse.store`), the published table (`sql/metrics/rejects.sql`).

Rejects alone publish nothing, so that readers find the newest ones in a file of their own beside the store.
"""

from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from warehouse.connect import Connection
from warehouse.errors import UnreadableWarehouseError, first_line
from warehouse.read import published
from warehouse.schema import literal
from warehouse.statements import statement

_COLUMNS = (
    "source_name, place, reason, detail, url, title, source_article_id, "
    "strftime(first_seen_at, '%Y-%m-%dT%H:%M:%SZ'), strftime(last_seen_at, '%Y-%m-%dT%H:%M:%SZ')"
)


class ListedReject(NamedTuple):
    """One item that cannot be read, as readers see it; times are ISO text in UTC."""

    source_name: str
    place: str
    reason: str
    detail: str
    url: str | None
    title: str | None
    source_article_id: str | None
    first_seen_at: str | None
    last_seen_at: str | None


def by_reason(con: Connection) -> dict[str, int]:
    """How many there are in the store, by reason."""
    query = f"select reason, count(*) from ({statement('store', 'current_rejects')}) group by reason order by reason"  # noqa: S608
    return dict(con.execute(query).fetchall())


def save(con: Connection, path: Path) -> None:
    """Leave the list of them for readers, in one step."""
    draft = path.with_name(f".{path.name}.draft")
    query = statement("store", "current_rejects")
    con.execute(f"copy ({query}) to {literal(str(draft))} (format parquet, compression zstd)")
    draft.replace(path)


class RejectCount(NamedTuple):
    """How many items of a source cannot be read for one reason."""

    source_name: str
    reason: str
    items: int


def counted(path: Path, home: Path, source: str | None = None) -> list[RejectCount]:
    """How many there are, by source and reason.

    Args:
        path: of `save`; where there is none, the published version tells.
        home: the home.
        source: those of this source alone.

    Raises:
        NoWarehouseError: there is neither.
        UnreadableWarehouseError: the file is damaged.
    """
    rows = _asked(path, home, "source_name, reason, count(*)", source, "group by all order by all")
    return [RejectCount(*row) for row in rows]


def listed(path: Path, home: Path, source: str | None = None, limit: int = 0) -> list[ListedReject]:
    """The list, those met last first.

    Args:
        path: of `save`.
        home: the home.
        source: those of this source alone.
        limit: how many at most; 0 for all.

    Raises:
        NoWarehouseError, UnreadableWarehouseError: as `counted`.
    """
    order = "order by last_seen_at desc nulls last, source_name, place, content_hash"
    return [
        ListedReject(*row) for row in _asked(path, home, _COLUMNS, source, order + f" limit {limit:d}" * bool(limit))
    ]


def _asked(path: Path, home: Path, columns: str, source: str | None, rest: str) -> list[tuple[Any, ...]]:
    """Rows of the list that a writer left, else of the published one; none where an earlier release published it."""
    where = f"where $source is null or source_name = $source {rest}"
    if not path.exists():
        with published(home) as con:
            try:
                found = con.execute(f"select {columns} from metrics.rejects {where}", {"source": source})  # noqa: S608
                return found.fetchall()
            except duckdb.CatalogException:
                return []
    try:
        with duckdb.connect(":memory:") as con:
            query = f"select {columns} from read_parquet($path) {where}"  # noqa: S608
            return con.execute(query, {"path": str(path), "source": source}).fetchall()
    except duckdb.Error as error:
        raise UnreadableWarehouseError(path, first_line(error)) from error
