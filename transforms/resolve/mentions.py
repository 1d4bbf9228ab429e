"""Claims in compact form, and claims that say the same thing folded into one node.

Belongs here: what is kept of each of a million claims, and the grouping of claims whose comparable cells are equal, so
that rules compare each telling once and not each teller. Does not belong here: the rules.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from transforms.claim import EXTRA_FIELDS, FIELDS, KINDS, LIST_FIELDS, Kind, Part
from transforms.resolve.records import SourcedClaim

#: Cells of a compact claim, by kind, in order.
CELLS: dict[Kind, tuple[str, ...]] = {kind: FIELDS[kind] + EXTRA_FIELDS[kind] for kind in KINDS}
POSITION: dict[Kind, dict[str, int]] = {
    kind: {name: place for place, name in enumerate(names)} for kind, names in CELLS.items()
}
_EMPTY: dict[Kind, tuple[tuple[str, Any], ...]] = {
    kind: tuple((name, () if name in LIST_FIELDS else None) for name in names) for kind, names in CELLS.items()
}

#: Values of a cell that are held once however many claims tell them; numbers are not, of which 1 equals 1.0.
_SHARED = frozenset({str, tuple})

Cells = tuple[Any, ...]


class Mention(NamedTuple):
    """What resolution keeps of a claim. Ordered by its anchor: article, part, offset."""

    article_id: str
    part: Part
    offset: int
    claim_id: str
    published: str | None
    tier: int
    origin_group: str
    confidence: float
    cells: Cells


def mentions(claims: Iterable[SourcedClaim]) -> dict[Kind, list[Mention]]:
    """The claims by kind, in compact form; equal strings and cells are held once."""
    found: dict[Kind, list[Mention]] = {kind: [] for kind in KINDS}
    held: dict[Any, Any] = {}
    hold = held.setdefault
    for sourced in claims:
        claim = sourced.claim
        get = claim.cells.get
        told = tuple([get(name, empty) for name, empty in _EMPTY[claim.kind]])
        cells = held.get(told)
        if cells is None:
            cells = tuple([hold(value, value) if type(value) in _SHARED else value for value in told])
            held[cells] = cells
        part, offset = claim.anchor
        article, group, sure = sourced.article_id, sourced.origin_group or sourced.source_id, claim.confidence
        found[claim.kind].append(
            Mention(hold(article, article), part, offset, sourced.claim_id, sourced.published, sourced.source_tier,
                    hold(group, group), hold(sure, sure), cells)
        )  # fmt: skip
    return found


class Node:
    """Claims of one kind that say the same thing, as far as rules compare. Kinds add what they compare.

    Attributes:
        mentions: the claims, in no order.
    """

    __slots__ = ("_articles", "_first", "mentions")

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self._articles: frozenset[str] | None = None
        self._first: tuple[str, str, int] | None = None

    @property
    def articles(self) -> frozenset[str]:
        """The articles that tell it."""
        if self._articles is None:
            self._articles = frozenset([mention.article_id for mention in self.mentions])
        return self._articles

    @property
    def first(self) -> tuple[str, str, int]:
        """Its smallest anchor: what orders nodes, whatever the order of the claims."""
        if self._first is None:
            self._first = min([mention[:3] for mention in self.mentions])
        return self._first

    def take(self, mention: Mention) -> None:
        """Adds a claim that says the same."""
        self.mentions.append(mention)
        self._articles = self._first = None
