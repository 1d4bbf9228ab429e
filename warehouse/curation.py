"""Corrections in the writer's store: the facts that they name, and what they make of them.

Belongs here: finding named facts and their claims, keeping what corrections change beside the outcome of resolution,
and telling which facts they made another. Does not belong here: reading or checking entries, or applying them (they
come and go as records of `transforms.curation`). All of it costs what the corrections cost, whatever the archive.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from transforms.curation.records import Curated, Entry, Outcome, Standing, Unread
from transforms.resolve.records import SourcedClaim
from warehouse.claims import claims_with, printed
from warehouse.connect import Connection, insert, transaction
from warehouse.resolved import apart
from warehouse.schema import Table
from warehouse.statements import statement
from warehouse.store import run_statements
from warehouse.store_tables import storable
from warehouse.tables.curation import (
    ACTIONS,
    CORRECTIONS,
    CURATED_BASIS,
    CURATED_CELLS,
    CURATED_FACTS,
    CURATED_MEMBERS,
    CURATED_REDIRECTS,
    CURATED_UNCHOSEN,
    OVERRIDE_FILES,
    OVERRIDES,
    SETTLED_DOUBTS,
    STATUSES,
)

_LONGEST_VALUE = 4_000


class OverrideCounts(NamedTuple):
    """Entries of the override files, by how they fared."""

    applied: int = 0
    superseded: int = 0
    stale: int = 0
    invalid: int = 0


def read_files(con: Connection) -> dict[str, str]:
    """Hash of each override file that the last refresh read, by name."""
    return dict(con.execute("select file_name, content_hash from override_files").fetchall())


def named_outcome(con: Connection, entries: Iterable[Entry | Unread]) -> Outcome:
    """The facts that entries name, by id, by what an id became, or by a claim, with their claims."""
    listed = list(entries)
    ids, claims = _named(listed)
    articles = sorted({entry.article for entry in listed if isinstance(entry, Entry) and entry.article})
    if not ids and not claims and not articles:
        return Outcome({})
    asked = {"ids": ids, "claims": claims, "articles": articles}
    rows = con.execute(statement("store", "named_facts"), asked).fetchall()
    redirects = {asked: fact_id for asked, fact_id, _ in rows if asked and asked != fact_id}
    members: dict[str, list[str]] = {}
    for _, fact_id, claim_id in rows:
        members.setdefault(fact_id, []).append(claim_id)
    held = _claims(con, sorted({claim_id for _, _, claim_id in rows}))
    facts = {
        fact_id: tuple(held[claim_id] for claim_id in sorted(set(of)) if claim_id in held)
        for fact_id, of in sorted(members.items())
    }
    return Outcome(facts, redirects)


def load_curated(con: Connection, curated: Curated, files: Iterable[tuple[str, str]], at: datetime) -> OverrideCounts:
    """Put what corrections make of the facts in place of what they made last, in one transaction.

    Args:
        con: the store.
        curated: the outcome.
        files: name and hash of each override file.
        at: the time of this run, UTC without zone.
    """
    unchosen, first_plans = apart(curated.values)
    basis = [(fact, override) for fact, of in sorted(curated.touched.items()) for override in of]
    with transaction(con):
        run_statements(con, "leave_curated")
        entries = [standing.entry.override_id for standing in curated.standings if standing.entry]
        noted = {"facts": [fact for fact, _ in basis], "by": [override for _, override in basis], "entries": entries}
        run_statements(con, "note_touched", noted)
        for table, rows in (
            (OVERRIDE_FILES, files),
            (OVERRIDES, _override_rows(curated.standings)),
            (CURATED_FACTS, _fact_rows(curated)),
            (CURATED_MEMBERS, ((f.fact_id, claim, claim in first_plans) for f in curated.facts for claim in f.members)),
            (CURATED_CELLS, ((f.fact_id, c.column_name, c.element, printed(c.value), c.claim_id)
                             for f in curated.facts for c in f.choices)),
            (CURATED_UNCHOSEN, (value for _, value in unchosen)),
            (CORRECTIONS, curated.corrections),
            (CURATED_REDIRECTS, curated.redirects),
            (CURATED_BASIS, basis),
            (SETTLED_DOUBTS, sorted(set(curated.settled))),
        ):  # fmt: skip
            _replace(con, table, list(rows))
        run_statements(con, "note_moved")
        query = statement("store", "curated_redirects")
        con.execute(f"insert into redirect_steps by name {query}", {"redirected_at": at})
    fared: list[str] = [standing.status for standing in curated.standings]
    return OverrideCounts(*(fared.count(status) for status in STATUSES))


def _named(entries: Iterable[Entry | Unread]) -> tuple[list[str], list[str]]:
    ids: set[str] = set()
    claims: set[str] = set()
    for entry in entries:
        if isinstance(entry, Entry):
            ids |= {entry.fact, entry.other} - {""}
            claims |= {entry.anchor, entry.other_anchor, *entry.claims} - {""}
    return sorted(ids), sorted(claims)


def _claims(con: Connection, ids: list[str]) -> dict[str, SourcedClaim]:
    return {claim.claim_id: claim for claim in claims_with(con, ids)}


def _replace(con: Connection, table: Table, rows: Sequence[Any]) -> None:
    con.execute(f"delete from {table.qualified}")  # noqa: S608
    insert(con, table.qualified, tuple(column.name for column in table.columns), rows)


def _fact_rows(curated: Curated) -> Iterator[tuple[Any, ...]]:
    standing = {fact.fact_id for fact in curated.facts}
    for fact in curated.facts:
        yield fact.fact_id, fact.kind, float(fact.confidence), True
    for fact_id, kind in sorted(curated.gone.items()):
        if fact_id not in standing:
            yield fact_id, kind, 0.0, False


def _override_rows(standings: Iterable[Standing]) -> Iterator[tuple[Any, ...]]:
    places: dict[tuple[str, int], int] = {}
    for standing in standings:
        place = places.get((standing.file_name, standing.number), 0)
        places[standing.file_name, standing.number] = place + 1
        told = _told(standing.entry) if standing.entry else _half_told(standing.fields)
        after = (standing.fact_id or None, *told[5:])
        yield (standing.file_name, standing.number, place, *told[:5], *after, standing.status, standing.problem or None)


def _told(entry: Entry) -> tuple[Any, ...]:
    value = json.dumps(dict(entry.cells), ensure_ascii=False) if entry.cells else entry.value
    return (
        entry.override_id,
        entry.action,
        entry.kind,
        entry.fact or None,
        entry.anchor or None,
        entry.other or entry.subject or entry.article or None,
        entry.column or None,
        ("|".join(value) if isinstance(value, tuple) else value)[:_LONGEST_VALUE] or None,
        entry.doubt or None,
        entry.author,
        entry.made[:10],
        entry.reason,
        entry.source or None,
    )


def _half_told(fields: dict[str, str]) -> tuple[Any, ...]:
    """What can be told of an entry that could not be read; its words are shown, never used."""
    if "article" in fields:
        fields = {"other": fields["article"], **fields}
    names = ("fact", "anchor", "other", "column", "value", "doubt", "author", "date", "reason", "source")
    given = [storable(fields.get(name)) for name in names]
    given[names.index("date")] = None
    action = fields.get("action")
    return (None, action if action in ACTIONS else None, None, *given)
