"""Sources and facts in the writer's store: whose word an article is, and what all claims come to.

Belongs here: loading outlet names as looked up, and the outcome of resolution. Does not belong here: looking up,
resolving, or the star schema made from it (`warehouse.build`).
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from transforms.resolve.records import CLAIM_FIELDS, FACT_COLUMNS, CellValue, Fact, Resolution
from warehouse.claims import printed
from warehouse.connect import Connection, bound_memory, insert, scalar, transaction
from warehouse.schema import Table
from warehouse.statements import statement
from warehouse.store import run_statements
from warehouse.tables.resolution import REVIEWS
from warehouse.tables.store import (
    ARTICLE_SOURCES,
    FACT_CELLS,
    FACT_MEMBERS,
    PROVISIONAL_MEMBERS,
    RESOLVED_FACTS,
    SOURCE_NAMES,
    UNCHOSEN_VALUES,
)

FACT_TABLES = (RESOLVED_FACTS, FACT_MEMBERS, FACT_CELLS, UNCHOSEN_VALUES, PROVISIONAL_MEMBERS, REVIEWS)
UNKNOWN_TIER = 4
_BATCH = 50_000

#: Bytes for each article that DuckDB may hold while all claims are resolved, which takes much memory itself; and at
#: least so many. With much less it cannot do its work.
ARTICLE_MEMORY, LEAST_MEMORY = 384, 384 << 20

#: Columns that hold a claimed value itself, or a date by the claim's status; the others derive an id from such a one.
_DATE_COLUMNS = frozenset({"planned", "ended", "planned_first", "planned_latest"})

#: The claim's field behind each.
_FIELDS = {
    column: CLAIM_FIELDS.get(column, column)
    for columns in FACT_COLUMNS.values()
    for column in columns
    if column not in CLAIM_FIELDS or column in _DATE_COLUMNS
}


class FactCounts(NamedTuple):
    """What a load of facts brought, by kind."""

    agreements: int
    launches: int
    cooperations: int
    totals: int


def settle_sources(
    con: Connection, lookup: Callable[[str], str | None], tiers: Mapping[str, int], *, is_full: bool = False
) -> int:
    """Find out whose word each current article is, in one transaction; to be run before facts are resolved.

    Leaves temp table changed_sources: the articles of which resolution has to look at the claims again.

    Args:
        con: the store.
        lookup: name of an outlet to its id, None where no lexicon knows it: then it gets a provisional one.
            Outlets of the bundled sample always get ids of their own.
        tiers: tier of each known outlet.
        is_full: look at all articles again.

    Returns:
        Names that no lexicon knows.
    """
    if is_full:
        articles = int(scalar(con, "select count(*) from article_versions"))
        bound_memory(con, max(LEAST_MEMORY, ARTICLE_MEMORY * articles))
    with transaction(con):
        for name in ("unsettled_places", "unsettled_versions"):
            run_statements(con, name, {"is_full": is_full})
        rows = _settle_names(con, lookup, tiers, is_full=is_full)
        run_statements(con, "changed_sources", {"is_full": is_full})
        if is_full:
            con.execute("delete from article_sources")
        else:
            _delete_sources(con)
        columns = ", ".join(_names(ARTICLE_SOURCES))
        con.execute(
            f"insert into article_sources by name select {columns} from changed_sources"  # noqa: S608
        )
    return sum(1 for row in rows if row[-1] and not row[1])


def _settle_names(
    con: Connection, lookup: Callable[[str], str | None], tiers: Mapping[str, int], *, is_full: bool
) -> list[tuple[Any, ...]]:
    """Look up every name of an outlet; where all articles in question are new ones, no name can have gone."""
    is_more = not is_full and not scalar(con, "select count(*) from mark_places")
    rows = []
    names = statement("store", "more_source_names" if is_more else "source_names")
    for name, is_sample in con.execute(names).fetchall():
        known = None if is_sample else lookup(name)
        source_id = known or ("sample-" if is_sample else "prov_") + slug(name)
        rows.append((name, is_sample, source_id, tiers.get(source_id, UNKNOWN_TIER), known is None))
    con.execute("delete from source_names")
    insert(con, "source_names", _names(SOURCE_NAMES), rows)
    return rows


def _delete_sources(con: Connection) -> None:
    """Delete the sources of articles that have others now: of new ones only where a run died before it marked some."""
    count = "select (select count(*) from article_sources) = (select count(*) from article_marks)"
    which = "changed_sources where is_known or not $is_marked"
    con.execute(
        f"delete from article_sources using (select article_id from {which}) as changed "  # noqa: S608
        "where article_sources.article_id = changed.article_id",
        {"is_marked": bool(scalar(con, count))},
    )


def load_facts(con: Connection, resolution: Resolution) -> FactCounts:
    """Put this outcome in place of the last one, in one transaction."""
    with transaction(con):
        for table in FACT_TABLES:
            con.execute(f"delete from {table.qualified}")  # noqa: S608
        insert_facts(con, resolution)
        _insert_all(con, PROVISIONAL_MEMBERS, iter(resolution.provisional))
    return fact_counts(con)


def insert_facts(con: Connection, resolution: Resolution, base: int = 0) -> None:
    """Add these facts with all that hangs on them, but for the provisional members; blocks are numbered from `base`."""
    _insert_all(con, RESOLVED_FACTS, ((f.fact_id, f.kind, float(f.confidence)) for f in resolution.facts))
    blocks = resolution.blocks or (0,) * len(resolution.facts)
    placed = sorted([(base + block, fact) for block, fact in zip(blocks, resolution.facts, strict=True)], key=_first)
    unchosen, first_plans = apart(resolution.values())
    members = ((f.fact_id, claim, block, claim in first_plans) for block, f in placed for claim in f.members)
    _insert_all(con, FACT_MEMBERS, members)
    _insert_all(con, FACT_CELLS, (row for block, fact in placed for row in _cell_rows(fact, block)))
    place = {fact.fact_id: block for block, fact in placed}
    _insert_all(con, UNCHOSEN_VALUES, ((*value, place[fact]) for fact, value in unchosen))
    reviews = ((r.doubt, list(r.fact_ids), r.claim_id, r.column_name, r.score) for r in resolution.reviews)
    _insert_all(con, REVIEWS, reviews)


def _first(placed: tuple[int, Fact]) -> int:
    return placed[0]


def fact_counts(con: Connection) -> FactCounts:
    """Facts by kind, as resolution made them."""
    counts = dict(con.execute("select kind, count(*) from resolved_facts group by kind").fetchall())
    return FactCounts(*(counts.get(kind, 0) for kind in FACT_COLUMNS))


def slug(name: str) -> str:
    """A name as an id: plain lower-case words joined by hyphens; of one without Latin letters, a hash."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:60].rstrip("-") or hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:12]


def _cell_rows(fact: Fact, block: int) -> Iterator[tuple[Any, ...]]:
    for cell in fact.choices:
        yield fact.fact_id, cell.column_name, cell.element, printed(cell.value), cell.claim_id, block


class Apart(NamedTuple):
    """The claimed values of which there is more to say than that they stand.

    Attributes:
        unchosen: those that do not, by fact: claim, field and element.
        first_plans: the claims that tell the first plan of a launch.
    """

    unchosen: list[tuple[str, tuple[str, str, str]]]
    first_plans: set[str]


def apart(values: Iterable[CellValue]) -> Apart:
    """Which values do not stand, and which tell a first plan."""
    found = Apart([], set())
    for fact_id, column, element, _, claim_id, is_chosen in values:
        if column not in _FIELDS:
            continue
        if column == "planned_first" and is_chosen:
            found.first_plans.add(claim_id)
        elif column != "planned_first" and not is_chosen:
            found.unchosen.append((fact_id, (claim_id, _FIELDS[column], element)))
    return found


def insert_all(con: Connection, table: str, columns: tuple[str, ...], rows: Iterator[tuple[Any, ...]]) -> None:
    """Append rows batch by batch, so that they need not be held together."""
    while batch := list(islice(rows, _BATCH)):
        insert(con, table, columns, batch)


def _insert_all(con: Connection, table: Table, rows: Iterator[tuple[Any, ...]]) -> None:
    insert_all(con, table.qualified, _names(table), rows)


def _names(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns)
