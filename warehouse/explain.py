"""Where a published value comes from: what an id stands for, and the quotes, articles and rules behind it.

Belongs here: following an id of any kind through the published tables. Does not belong here: printing.
"""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from warehouse.connect import Connection
from warehouse.corrections import Correction, bearing_on, has_table
from warehouse.errors import UnknownIdError
from warehouse.past import Change, changes_of, last_held
from warehouse.read import published
from warehouse.redirects import redirect
from warehouse.schema import Table
from warehouse.statements import statement
from warehouse.tables import FACTS
from warehouse.tables.bridges import BRIDGES
from warehouse.tables.catalogues import BRIDGE_LAUNCH_CATALOGUES, CATALOGUE_TABLES
from warehouse.tables.curation import CORE_OVERRIDES
from warehouse.tables.dimensions import DIMENSIONS
from warehouse.tables.facts import FACT_MEMBERSHIPS
from warehouse.tables.history import HISTORY_EVIDENCE, ID_REDIRECTS
from warehouse.tables.reports import FACT_EVIDENCE

MOST_FACTS = 50

#: Tables in which an id alone names a row.
_IDENTIFIED = tuple(table for table in (*FACTS, *DIMENSIONS, *CATALOGUE_TABLES) if len(table.key) == 1)


class Quote(NamedTuple):
    """Words of an article that support a cell; offsets are half-open, in code points of its title or text."""

    fact_id: str
    column_name: str
    element: str | None
    claimed_value: str | None
    quote: str
    sentence: str
    text_part: str
    char_start: int
    char_end: int
    is_inferred: bool
    is_chosen: bool
    rule: str
    rules_version: str
    claim_id: str
    article_id: str | None


class PastQuote(NamedTuple):
    """Words behind a value that the fact held once, until `known_to` (UTC), and that nobody tells of it any more."""

    known_to: datetime
    fact_id: str
    column_name: str
    element: str | None
    claimed_value: str | None
    quote: str
    sentence: str
    rule: str
    claim_id: str
    article_id: str | None


class ArticleLine(NamedTuple):
    """An article that tells of it."""

    article_id: str
    title: str | None
    published_date: date | None
    source_name: str | None
    url: str | None
    is_sample: bool


class FactLine(NamedTuple):
    """A fact that the id has part in."""

    table: str
    fact_id: str


class Told(NamedTuple):
    """One claimed value of a cell of a fact, over all articles that state it; the fields of `reasons.ToldValue`."""

    column_name: str
    value: str
    is_chosen: bool
    tier: int
    sources: int
    last_told: str


class Holder(NamedTuple):
    """A further table that holds the id, with its row there."""

    table: str
    cells: dict[str, Any]


class Explanation(NamedTuple):
    """What an id stands for.

    Attributes:
        table: the table that holds it; of a claim `core.fact_evidence`.
        cells: its row, by column.
        members: rows of the bridges that belong to it, by table.
        quotes: of a fact or a claim; the chosen ones first in each cell.
        articles: that the quotes are from.
        facts: of an article, a claim or a member of a dimension: the facts in which it has part, at most fifty.
        also: other tables that hold the id: a body is a party and an organisation.
        told: of a fact the claimed values of its cells, from which it can be told why one of them stands.
        corrections: what people corrected of it, newest first.
        moved: of an id that has been given up, why; all else is of the fact that took it over.
        changes: of a fact, also of one that is gone, what the warehouse held of it before.
        past: the words behind what it held, the latest first.
    """

    id: str
    table: str
    cells: dict[str, Any]
    members: dict[str, list[dict[str, Any]]]
    quotes: list[Quote]
    articles: list[ArticleLine]
    facts: list[FactLine]
    also: tuple[Holder, ...] = ()
    told: tuple[Told, ...] = ()
    corrections: tuple[Correction, ...] = ()
    moved: str | None = None
    changes: tuple[Change, ...] = ()
    past: tuple[PastQuote, ...] = ()


def explain(home: Path, wanted: str) -> Explanation:
    """Tell what a published id stands for: of a fact, a claim, an article, or a member of a dimension.

    Raises:
        NoWarehouseError: nothing has been published.
        UnknownIdError: no table holds the id.
    """
    with published(home) as con:
        held = [(table, rows[0]) for table in _IDENTIFIED if (rows := _rows(con, table, table.key[0], wanted))]
        if not held:
            return (
                _of_retired(con, wanted) or _of_past(con, wanted) or _of_override(con, wanted) or _of_claim(con, wanted)
            )
        table, cells = held[0]
        if table in FACTS:
            return _of_fact(con, table, wanted, cells)
        facts = dict.fromkeys(line for holder, _ in held for line in _facts_with(con, holder, wanted))
        also = tuple(Holder(holder.qualified, row) for holder, row in held[1:])
        corrections = tuple(bearing_on(con, [wanted]))
        return Explanation(
            wanted, table.qualified, cells, {}, [], [], list(facts)[:MOST_FACTS], also, corrections=corrections
        )


def _of_fact(con: Connection, table: Table, wanted: str, cells: dict[str, Any]) -> Explanation:
    members = {
        bridge.qualified: rows
        for bridge in (*BRIDGES, BRIDGE_LAUNCH_CATALOGUES)
        if bridge.columns[0].references == f"{table.qualified}.{table.key[0]}"
        and (rows := _rows(con, bridge, bridge.key[0], wanted))
    }
    quotes = _quotes(con, "fact_id", wanted)
    told = tuple(Told(*row) for row in con.execute(statement("read", "told_values"), {"fact_id": wanted}).fetchall())
    corrections = tuple(bearing_on(con, [wanted]))
    past = _past_quotes(con, wanted)
    return Explanation(
        wanted, table.qualified, cells, members, quotes, _articles(con, [*quotes, *past]), [], (), told, corrections,
        changes=changes_of(con, wanted), past=past,
    )  # fmt: skip


def _of_retired(con: Connection, wanted: str) -> Explanation | None:
    """The fact that took over an id."""
    if not has_table(con, ID_REDIRECTS):
        return None
    found = redirect(con, wanted)
    if found is None or found.new_id is None:
        return None
    for table in _IDENTIFIED:
        if table in FACTS and (rows := _rows(con, table, table.key[0], found.new_id)):
            corrections = tuple(bearing_on(con, [found.new_id, wanted]))
            return _of_fact(con, table, found.new_id, rows[0])._replace(corrections=corrections, moved=found.reason)
    return None


def _of_past(con: Connection, wanted: str) -> Explanation | None:
    """A fact that the warehouse holds no more, with the correction that took it out where one did."""
    found = last_held(con, wanted)
    if found is None:
        return None
    corrections = tuple(bearing_on(con, [wanted])) if has_table(con, CORE_OVERRIDES) else ()
    past = _past_quotes(con, wanted)
    return Explanation(
        wanted, *found, {}, [], _articles(con, past), [], corrections=corrections, changes=changes_of(con, wanted),
        past=past,
    )  # fmt: skip


def _of_override(con: Connection, wanted: str) -> Explanation | None:
    """A correction."""
    corrections = tuple(bearing_on(con, [wanted]))
    if not corrections:
        return None
    first = corrections[0]
    facts = [FactLine(_table_of(con, first.fact_id), first.fact_id)] if first.fact_id not in (None, wanted) else []
    quotes = _quotes(con, "claim_id", wanted)
    return Explanation(wanted, CORE_OVERRIDES.qualified, {}, {}, quotes, [], facts, corrections=corrections)


def _of_claim(con: Connection, wanted: str) -> Explanation:
    quotes = _quotes(con, "claim_id", wanted)
    if not quotes:
        return _of_past_claim(con, wanted)
    first = quotes[0]
    cells = {
        "claim_id": wanted,
        "article_id": first.article_id,
        "rule": first.rule,
        "rules_version": first.rules_version,
    }
    facts = [FactLine(_table_of(con, first.fact_id), first.fact_id)]
    return Explanation(wanted, FACT_EVIDENCE.qualified, cells, {}, quotes, _articles(con, quotes), facts)


def _of_past_claim(con: Connection, wanted: str) -> Explanation:
    """A claim that counts no more."""
    past = _past_quotes(con, wanted)
    if not past:
        raise UnknownIdError(wanted)
    cells = {"claim_id": wanted, "article_id": past[0].article_id, "rule": past[0].rule}
    facts = [FactLine(_table_of(con, fact_id), fact_id) for fact_id in dict.fromkeys(quote.fact_id for quote in past)]
    return Explanation(wanted, HISTORY_EVIDENCE.qualified, cells, {}, [], _articles(con, past), facts, past=past)


def _facts_with(con: Connection, table: Table, wanted: str) -> list[FactLine]:
    """Facts that name a member of a dimension, themselves or through a bridge, or that an article tells."""
    found = []
    for holder in (*FACTS, *BRIDGES):
        if holder is FACT_MEMBERSHIPS:
            continue  # made from the accessions, which are found themselves
        key = "fact_id" if holder is FACT_EVIDENCE else holder.key[0]
        for column in holder.columns:
            if column.references == f"{table.qualified}.{table.key[0]}":
                query = f"select distinct {key} from {holder.qualified} where {column.name} = ? order by 1 limit ?"  # noqa: S608
                ids = con.execute(query, [wanted, MOST_FACTS]).fetchall()
                found += [FactLine(_table_of(con, fact_id), fact_id) for (fact_id,) in ids]
    return found


def _table_of(con: Connection, fact_id: str) -> str:
    holders = (table for table in FACTS if len(table.key) == 1 and _rows(con, table, table.key[0], fact_id))
    held = next((table.qualified for table in holders), None)
    past = None if held else last_held(con, fact_id)
    return held or (past[0] if past else FACT_EVIDENCE.qualified)


def _rows(con: Connection, table: Table, column: str, wanted: str) -> list[dict[str, Any]]:
    names = [c.name for c in table.columns]
    query = f"select {', '.join(names)} from {table.qualified} where {column} = ? order by all"  # noqa: S608
    return [dict(zip(names, row, strict=True)) for row in con.execute(query, [wanted]).fetchall()]


def _quotes(con: Connection, column: str, wanted: str) -> list[Quote]:
    query = statement("read", f"quotes_by_{column}")
    return [Quote(*row) for row in con.execute(query, [wanted]).fetchall()]


def _past_quotes(con: Connection, wanted: str) -> tuple[PastQuote, ...]:
    """Of a fact, under the ids that it took over too, or of a claim; none where the file was published without them."""
    if not has_table(con, HISTORY_EVIDENCE):
        return ()
    found = con.execute(statement("read", "past_quotes"), {"wanted": wanted}).fetchall()
    return tuple(PastQuote(*row) for row in found)


def _articles(con: Connection, quotes: Iterable[Quote | PastQuote]) -> list[ArticleLine]:
    wanted = sorted({quote.article_id for quote in quotes if quote.article_id})
    return [ArticleLine(*row) for row in con.execute(statement("read", "articles"), [wanted]).fetchall()]
