"""Claims in, facts out.

Belongs here: running each kind's rule and making facts of the groups. Does not belong here: the rules themselves, or
which facts new claims touch (`incremental`).
"""

import gc
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from transforms.claim import Kind
from transforms.resolve import agreement_verdicts, agreements, cooperations, launches, totals
from transforms.resolve.blocks import Hasher, keys, total_key
from transforms.resolve.cluster import Clusters
from transforms.resolve.doubts import conflicts, doubts
from transforms.resolve.identities import instrument_id, provisional, site_id, vehicle_id
from transforms.resolve.mentions import POSITION, Mention, mentions
from transforms.resolve.records import (
    FACT_COLUMNS,
    LIST_COLUMNS,
    PREFIXES,
    CellValue,
    Fact,
    Keys,
    Provisional,
    Resolution,
    Review,
    SourcedClaim,
)
from transforms.resolve.rule import Rule, fold
from transforms.resolve.values import choose, claimed, confidence

#: A claim id is this and the hash of its anchor; the fact takes over the hash of its smallest anchor.
CLAIM_PREFIX = "clm_"

RULES: dict[Kind, Rule[Any]] = {
    "agreement": Rule(
        agreements.Agreement, agreements.signature, agreements.shared_keys, agreements.asked_keys,
        agreements.offered_keys, agreements.rank, agreement_verdicts.verdict, agreements.traits,
        agreements.shared_traits,
    ),
    "launch": Rule(
        launches.Launch, launches.signature, launches.shared_keys, launches.asked_keys,
        launches.offered_keys, launches.rank, launches.verdict, launches.traits,
    ),
    "cooperation": Rule(
        cooperations.Cooperation, cooperations.signature, cooperations.shared_keys, cooperations.asked_keys,
        cooperations.offered_keys, cooperations.rank, cooperations.verdict, cooperations.traits,
        cooperations.shared_traits, is_first_taken=True,
    ),
}  # fmt: skip

Told = tuple[Fact, list[Mention]]

#: Names that are published as ids: the column of the id, and from the name to it.
_NAMED: dict[str, tuple[str, Callable[[str], str]]] = {
    "vehicle": ("vehicle_id", vehicle_id),
    "site": ("launch_site_id", site_id),
    "instrument": ("instrument_id", instrument_id),
}


def resolve(claims: Iterable[SourcedClaim]) -> Resolution:
    """The facts that these claims tell of: a function of their set, whatever their order. One claim for each id."""
    with no_cycle_search():
        return resolve_mentions(mentions(claims), {})


def resolve_mentions(found: dict[Kind, list[Mention]], crowded: dict[Kind, frozenset[Hashable]]) -> Resolution:
    """The facts of claims in compact form; `crowded` keys are those of a larger set that these are taken from."""
    made = Made()
    for kind, same in found.items():
        if kind == "total":
            made.add_totals(same)
        else:
            made.add_events(kind, same, crowded.get(kind, frozenset()))
    return made.outcome()


class Made:
    """The facts, doubts and blocks of one resolution, as they are made."""

    def __init__(self) -> None:
        self._told: list[tuple[Fact, list[Mention], int]] = []
        self._names: list[tuple[int, Provisional]] = []
        self._reviews: set[Review] = set()
        self._keys = Keys()
        self._number = Hasher()
        self._blocks = 0

    def add_totals(self, found: list[Mention]) -> None:
        """Adds figures: each a block of its own."""
        for group in totals.groups(found):
            fact, told = fact_of("total", group)
            self._told.append((fact, told, self._blocks))
            self._keys.add(self._blocks, [total_key(group[0], self._number)])
            self._blocks += 1

    def add_events(self, kind: Kind, found: list[Mention], crowded: frozenset[Hashable]) -> None:
        """Adds the facts of a kind whose claims are grouped by rule."""
        rule = RULES[kind]
        clusters = Clusters(rule, fold(rule, found), crowded)
        block_of = {}
        for block, (root, indices) in enumerate(clusters.blocks.members().items(), self._blocks):
            block_of[root] = block
            nodes = [clusters.nodes[index] for index in indices]
            self._keys.add(block, keys(kind, rule, nodes, self._number))
            told = {mention.cells for node in nodes for mention in node.mentions}
            self._names += [(block, member) for member in sorted(provisional(kind, told), key=_by_name)]
        self._blocks += len(block_of)
        ids: dict[int, str] = {}
        for root, group in clusters.groups().items():
            fact, mentions_of_it = fact_of(kind, [mention for node in group for mention in node.mentions])
            self._told.append((fact, mentions_of_it, block_of[clusters.blocks.root(root)]))
            ids[root] = fact.fact_id
        self._reviews.update(doubts(clusters, ids))

    def outcome(self) -> Resolution:
        """All of it, in order."""
        told = sorted(self._told, key=lambda entry: entry[0].fact_id)
        for fact, group, _ in told:
            self._reviews.update(conflicts(fact, group))
        return Resolution(
            facts=tuple([fact for fact, _, _ in told]),
            values=lambda: (value for fact, group, _ in told for value in claimed_values(fact, group)),
            provisional=distinct(member for _, member in self._names),
            reviews=tuple(sorted(self._reviews, key=lambda review: (-review.score, review))),
            blocks=tuple([block for _, _, block in told]),
            keys=self._keys,
            names=tuple(self._names),
        )


@contextmanager
def no_cycle_search() -> Iterator[None]:
    """Spares the search for cyclic garbage, of which resolution makes none and which takes half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def fact_of(kind: Kind, group: list[Mention]) -> Told:
    """The fact that a group of claims comes to."""
    group.sort()
    anchor = group[0].claim_id.removeprefix(CLAIM_PREFIX)
    members = tuple(sorted([mention.claim_id for mention in group]))
    return Fact(f"{PREFIXES[kind]}_{anchor}", kind, choose(kind, group), members, confidence(group)), group


def claimed_values(fact: Fact, group: list[Mention]) -> Iterator[CellValue]:
    """All claimed values of a fact, column by column. A date goes under the state that it was told of."""
    cells = fact.cells
    for column in FACT_COLUMNS[fact.kind]:
        place = POSITION[fact.kind].get(column)
        if place is None:
            continue
        for element, value, mention in claimed(column, place, group):
            under = _column(fact.kind, column, mention)
            chosen = column in LIST_COLUMNS or cells.get(under) == value
            if not chosen and column in _NAMED:  # another writing of the same name
                held, identify = _NAMED[column]
                chosen = cells.get(held) == identify(value)
            if under == "planned_latest":  # one plan can be the first, the last, and the day of what has not flown
                chosen = chosen or (cells.get("status") == "planned" and cells.get("date") == value)
                if cells.get("planned_first") == value:
                    yield CellValue(fact.fact_id, "planned_first", element, str(value), mention.claim_id, True)
            yield CellValue(fact.fact_id, under, element, str(value), mention.claim_id, chosen)


def _column(kind: Kind, column: str, mention: Mention) -> str:
    if kind == "agreement" and column == "signed":
        status = mention.cells[POSITION[kind]["status"]]
        return status if status in ("planned", "ended") else column
    if kind == "launch" and column == "date" and mention.cells[POSITION[kind]["status"]] == "planned":
        return "planned_latest"
    return column


def _by_name(member: Provisional) -> tuple[str, str, str, str]:
    return member.dimension, member.id, member.name, member.party_code or ""


def distinct(members: Iterable[Provisional]) -> tuple[Provisional, ...]:
    """One member for each id: the smallest of its names, with its party where only one is told."""
    by_id: dict[tuple[str, str], list[Provisional]] = {}
    for member in sorted(set(members), key=_by_name):
        by_id.setdefault((member.dimension, member.id), []).append(member)
    found = []
    for same in by_id.values():
        parties = {member.party_code for member in same if member.party_code}
        found.append(same[0]._replace(party_code=parties.pop() if len(parties) == 1 else None))
    return tuple(found)
