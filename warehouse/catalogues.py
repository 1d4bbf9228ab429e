"""Catalogues in the writer's store: loading one, and noting which of our members and launches theirs are.

Belongs here: replacing or merging what a catalogue tells, refusing what looks cut off, and the rows that are settled by
the lexicons. Does not belong here: reading catalogues (`sources.reference`), the rule by which launches match
(`transforms.resolve.catalogue`), or what is published of them (`warehouse/sql/core/catalogue_*.sql`).
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from warehouse.catalogue_rows import SEPARATOR, row
from warehouse.connect import Connection, insert, scalar, transaction
from warehouse.errors import WarehouseError
from warehouse.schema import Table
from warehouse.statements import statement
from warehouse.tables.catalogue_store import (
    CATALOGUE_NAMES,
    CATALOGUE_PARTS,
    CATALOGUE_REJECTS,
    CATALOGUE_STORE_TABLES,
    LAUNCH_MATCHES,
    TOLD_TABLES,
)

_SHRUNK_TO = 0.5  # of a part's records; fewer are taken for a document that was cut off


class CatalogueShrunkError(WarehouseError):
    """A document holds so much less than the last one that it is taken for damaged; the last good data stays."""

    def __init__(self, catalogue: str, part: str, found: int, stood: int) -> None:
        self.catalogue = catalogue
        super().__init__(
            f"{catalogue} {part}: {found:,} records where {stood:,} stood; the last good data stays; if the document "
            "is right, disable the source for one refresh, which empties it, and enable it again"
        )


class LoadCounts(NamedTuple):
    """What a load changed.

    Attributes:
        records: records of the part that stand now.
        added, changed, removed: of them against what stood.
        rejected: rows that hold none.
    """

    records: int
    added: int
    changed: int
    removed: int
    rejected: int

    @property
    def is_nothing_new(self) -> bool:
        """Whether the part says what it said."""
        return not (self.added or self.changed or self.removed)


class ToldLaunch(NamedTuple):
    """A flown launch of ours, known as exactly as its partial `date` tells."""

    fact_id: str
    date: str
    vehicle_id: str | None
    site_id: str | None
    spacecraft_ids: list[str]


class ListedLaunch(NamedTuple):
    """A flown launch of a catalogue."""

    own_id: str
    first: date
    last: date
    vehicle: str | None
    site: str | None
    payloads: tuple[str, ...]


def store_load(con: Connection, loaded: Any, at: datetime) -> LoadCounts:
    """Put what a catalogue's part tells in place of what it told, or merge it. Runs within the caller's transaction.

    Args:
        con: the store, in a transaction.
        loaded: a `sources.reference.loading.Load`, by its attributes.
        at: the time of this run, UTC without zone.

    Raises:
        CatalogueShrunkError: less than half of what stood; roll back.
    """
    key = [loaded.origin, loaded.part]
    before = _part_rows(con, key, loaded.tables)
    if loaded.is_unchanged:
        return LoadCounts(len(before), 0, 0, 0, _rejected(con, key))
    if loaded.is_replacement and len(loaded.records) < max(1, _SHRUNK_TO * len(before)):
        raise CatalogueShrunkError(loaded.origin, loaded.part, len(loaded.records), len(before))
    for table in loaded.tables:
        rows = [row(TOLD_TABLES[table], loaded, record) for record in loaded.records if record.table == table]
        _put(con, TOLD_TABLES[table], rows, None if not loaded.is_replacement else key)
    _put_rejects(con, loaded)
    after = _part_rows(con, key, loaded.tables)
    shared = before.keys() & after.keys()
    counts = LoadCounts(
        records=len(after),
        added=len(after) - len(shared),
        changed=sum(1 for one in shared if before[one] != after[one]),
        removed=len(before) - len(shared),
        rejected=_rejected(con, key),
    )
    _note_part(con, loaded, counts, at)
    return counts


def keep_only(con: Connection, catalogues: Iterable[str]) -> list[str]:
    """Drop all that other catalogues told, since their sources are configured no longer.

    Returns:
        Their names: what is remembered of these sources must be forgotten too, or they would never be read again.
    """
    kept = sorted(catalogues)
    gone = con.execute(
        "select distinct catalogue from catalogue_parts where not list_contains($kept::varchar[], catalogue)",
        {"kept": kept},
    ).fetchall()
    if not gone:
        return []
    with transaction(con):
        for (name,) in gone:
            for table in CATALOGUE_STORE_TABLES:
                if any(column.name == "catalogue" for column in table.columns):
                    con.execute(f"delete from {table.qualified} where catalogue = ?", [name])  # noqa: S608
    return [name for (name,) in gone]


def basis(con: Connection) -> str:
    """Digest of all that catalogues tell; empty where none is loaded."""
    query = (
        "select string_agg(concat_ws(' ', catalogue, part, is_whole, content_digest), ',' order by catalogue, part) "
        "from catalogue_parts"
    )
    return str(scalar(con, query) or "")


def settle_names(con: Connection, find: Callable[[str, str], str | None]) -> int:
    """Note which names of the catalogues surely mean a member of a dimension. Returns how many do.

    Args:
        con: the store.
        find: dimension and name to the member's id, None where it is not sure.
    """
    wanted = con.execute(statement("store", "catalogue_names")).fetchall()
    rows = [(dimension, name, found) for dimension, name in wanted if (found := find(dimension, name))]
    with transaction(con):
        con.execute("delete from catalogue_names")
        insert(con, "catalogue_names", _names(CATALOGUE_NAMES), rows)
    return len(rows)


def launch_catalogues(con: Connection) -> list[str]:
    """Names of the catalogues that list launches."""
    return [name for (name,) in con.execute("select distinct catalogue from catalogue_launches order by 1").fetchall()]


def told_launches(con: Connection) -> Iterator[ToldLaunch]:
    """Launches of ours that flew at a known time."""
    yield from map(ToldLaunch._make, con.execute(statement("store", "told_launches")).fetchall())


def listed_launches(con: Connection, catalogue: str) -> Iterator[ListedLaunch]:
    """Launches of a catalogue that flew at a known time."""
    for *values, payloads in con.execute(statement("store", "listed_launches"), [catalogue]).fetchall():
        yield ListedLaunch._make((*values, tuple(payloads.split(SEPARATOR)) if payloads else ()))


def load_matches(con: Connection, matches: Iterable[tuple[str, Any]]) -> int:
    """Put these matches in place of the last ones. Returns how many there are.

    Args:
        con: the store.
        matches: catalogue and match (the attributes of `transforms.resolve.catalogue.Match`).
    """
    rows = [
        (
            m.fact_id,
            catalogue,
            m.own_id,
            m.is_match,
            m.taken_by,
            m.basis,
            m.days_apart,
            m.is_same_vehicle,
            m.is_same_site,
        )
        for catalogue, m in matches
    ]
    with transaction(con):
        con.execute("delete from launch_matches")
        insert(con, "launch_matches", _names(LAUNCH_MATCHES), rows)
    return len(rows)


def _put(con: Connection, table: Table, rows: list[tuple[Any, ...]], part: list[str] | None) -> None:
    """Insert rows in place of all of a part, or of those with the same ids."""
    con.execute(f"create or replace temp table incoming as select * from {table.qualified} limit 0")  # noqa: S608
    insert(con, "incoming", _names(table), rows)
    where = "catalogue = ? and part = ?" if part else "(catalogue, own_id) in (select catalogue, own_id from incoming)"
    con.execute(f"delete from {table.qualified} where {where}", part or [])  # noqa: S608
    con.execute(f"insert into {table.qualified} select * from incoming")  # noqa: S608


def _put_rejects(con: Connection, loaded: Any) -> None:
    """Keep rows that hold no record: of a replacement in place of those that stood."""
    rows = {(r.origin, loaded.part, r.content_hash): (r.locator, r.reason, r.detail) for r in loaded.rejects}
    where, values = "catalogue = ? and part = ?", [loaded.origin, loaded.part]
    if loaded.is_replacement:
        con.execute(f"delete from catalogue_rejects where {where}", values)  # noqa: S608
    for key in rows:
        con.execute("delete from catalogue_rejects where catalogue = ? and part = ? and content_hash = ?", list(key))
    insert(con, "catalogue_rejects", _names(CATALOGUE_REJECTS), [(*key, *told) for key, told in rows.items()])


def _part_rows(con: Connection, key: list[str], tables: Iterable[str]) -> dict[tuple[str, str], int]:
    """A hash of each record of a part, by table and id."""
    found: dict[tuple[str, str], int] = {}
    for name in tables:
        query = f"select own_id, hash(told) from catalogue_{name} as told where catalogue = ? and part = ?"  # noqa: S608
        found.update(((name, own_id), digest) for own_id, digest in con.execute(query, key).fetchall())
    return found


def _rejected(con: Connection, key: list[str]) -> int:
    return int(scalar(con, "select count(*) from catalogue_rejects where catalogue = ? and part = ?", key))


def _note_part(con: Connection, loaded: Any, counts: LoadCounts, at: datetime) -> None:
    key = [loaded.origin, loaded.part]
    digest = sum(_part_rows(con, key, loaded.tables).values()) % (1 << 64)
    stood = con.execute(
        "select changed_at from catalogue_parts "
        "where catalogue = ? and part = ? and content_digest = ? and is_whole = ?",
        [*key, f"{digest:016x}", loaded.is_whole],
    ).fetchone()
    con.execute("delete from catalogue_parts where catalogue = ? and part = ?", key)
    values = (
        loaded.kind,
        loaded.is_whole,
        counts.records,
        counts.rejected,
        f"{digest:016x}",
        stood[0] if stood else at,
    )
    insert(con, "catalogue_parts", _names(CATALOGUE_PARTS), [(*key, *values)])


def _names(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns)
