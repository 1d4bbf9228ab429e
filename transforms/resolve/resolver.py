"""Claims in, facts out.

Belongs here: running each kind's rule and making facts of the groups. Does not belong here: the rules themselves, or
which facts new claims touch (`incremental`).
"""

import gc
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from transforms.claim import Kind
from transforms.resolve import agreements, cooperations, launches, totals
from transforms.resolve.cluster import Clusters, Rule, fold
from transforms.resolve.doubts import conflicts, doubts
from transforms.resolve.identities import provisional
from transforms.resolve.mentions import POSITION, Mention, mentions
from transforms.resolve.records import (
    FACT_COLUMNS,
    LIST_COLUMNS,
    PREFIXES,
    CellValue,
    Fact,
    Provisional,
    Resolution,
    Review,
    SourcedClaim,
)
from transforms.resolve.values import choose, claimed, confidence

#: A claim id is this and the hash of its anchor; the fact takes over the hash of its smallest anchor.
CLAIM_PREFIX = "clm_"

RULES: dict[Kind, Rule[Any]] = {
    "agreement": Rule(
        agreements.Agreement, agreements.signature, agreements.shared_keys, agreements.asked_keys,
        agreements.offered_keys, agreements.rank, agreements.verdict,
    ),
    "launch": Rule(
        launches.Launch, launches.signature, launches.shared_keys, launches.asked_keys,
        launches.offered_keys, launches.rank, launches.verdict,
    ),
    "cooperation": Rule(
        cooperations.Cooperation, cooperations.signature, cooperations.shared_keys, cooperations.asked_keys,
        cooperations.offered_keys, cooperations.rank, cooperations.verdict,
    ),
}  # fmt: skip

Told = tuple[Fact, list[Mention]]


def resolve(claims: Iterable[SourcedClaim]) -> Resolution:
    """The facts that these claims tell of: a function of their set, whatever their order. One claim for each id."""
    with _no_cycle_search():
        return resolve_mentions(mentions(claims), {})


def resolve_mentions(found: dict[Kind, list[Mention]], crowded: dict[Kind, frozenset[Hashable]]) -> Resolution:
    """The facts of claims in compact form; `crowded` keys are those of a larger set that these are taken from."""
    told: list[Told] = []
    members: set[Provisional] = set()
    reviews: set[Review] = set()
    for kind, same in found.items():
        members |= provisional(kind, {mention.cells for mention in same})
        if kind == "total":
            told += [_fact(kind, group) for group in totals.groups(same)]
        else:
            told += _events(kind, same, crowded.get(kind, frozenset()), reviews)
    told.sort(key=lambda pair: pair[0].fact_id)
    for fact, group in told:
        reviews.update(conflicts(fact, group))
    return Resolution(
        facts=tuple([fact for fact, _ in told]),
        values=lambda: (value for fact, group in told for value in _values(fact, group)),
        provisional=_distinct(members),
        reviews=tuple(sorted(reviews, key=lambda review: (-review.score, review))),
    )


@contextmanager
def _no_cycle_search() -> Iterator[None]:
    """Spares the search for cyclic garbage, of which resolution makes none and which takes half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _events(kind: Kind, found: list[Mention], crowded: frozenset[Hashable], reviews: set[Review]) -> list[Told]:
    """The facts of a kind whose claims are grouped by rule."""
    clusters = Clusters(RULES[kind], fold(RULES[kind], found), crowded)
    told: list[Told] = []
    fact_of: dict[int, str] = {}
    for root, nodes in clusters.groups().items():
        group = [mention for node in nodes for mention in node.mentions]
        told.append(_fact(kind, group))
        fact_of[root] = told[-1][0].fact_id
    reviews.update(doubts(clusters, fact_of))
    return told


def _fact(kind: Kind, group: list[Mention]) -> Told:
    """The fact that a group of claims comes to."""
    group.sort()
    anchor = group[0].claim_id.removeprefix(CLAIM_PREFIX)
    members = tuple(sorted([mention.claim_id for mention in group]))
    return Fact(f"{PREFIXES[kind]}_{anchor}", kind, choose(kind, group), members, confidence(group)), group


def _values(fact: Fact, group: list[Mention]) -> Iterator[CellValue]:
    """All claimed values of a fact, column by column. A date goes under the state that it was told of."""
    cells = fact.cells
    for column in FACT_COLUMNS[fact.kind]:
        place = POSITION[fact.kind].get(column)
        if place is None:
            continue
        for element, value, mention in claimed(column, place, group):
            under = _column(fact.kind, column, mention)
            chosen = column in LIST_COLUMNS or cells.get(under) == value
            yield CellValue(fact.fact_id, under, element, str(value), mention.claim_id, chosen)


def _column(kind: Kind, column: str, mention: Mention) -> str:
    if kind == "agreement" and column == "signed":
        status = mention.cells[POSITION[kind]["status"]]
        return status if status in ("planned", "ended") else column
    return column


def _distinct(members: set[Provisional]) -> tuple[Provisional, ...]:
    """One member for each id: the smallest of its names, with its party where only one is told."""
    by_id: dict[tuple[str, str], list[Provisional]] = {}
    for member in sorted(members, key=lambda m: (m.dimension, m.id, m.name, m.party_code or "")):
        by_id.setdefault((member.dimension, member.id), []).append(member)
    found = []
    for same in by_id.values():
        parties = {member.party_code for member in same if member.party_code}
        found.append(same[0]._replace(party_code=parties.pop() if len(parties) == 1 else None))
    return tuple(found)
