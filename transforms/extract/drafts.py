"""A claim in the making: cells, the words that state them, the rule and its features.

Belongs here: what every kind of fact needs to become a `Claim` with evidence for each cell and a unique anchor. Does
not belong here: finding anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from transforms.claim import EXTRA_FIELDS, FIELDS, LIST_FIELDS, Claim, Kind, Part, Span, Value
from transforms.extract.confidence import probability
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

#: As many quotes for one cell are kept as a reader will look at.
_QUOTES = 24


@dataclass(slots=True)
class Draft:
    """One fact as far as it is known.

    Attributes:
        sentence: where its trigger stands.
        start: offset of the trigger in the sentence's part; becomes the claim's anchor.
        features: names of what speaks for or against it, weighed in `confidence.tsv` (the rule is one of itself).
        notes: anything its kind wants to remember until it is settled; never printed.
    """

    kind: Kind
    rule: str
    sentence: Sentence
    start: int
    cells: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, list[Span]] = field(default_factory=dict)
    features: set[str] = field(default_factory=set)
    notes: dict[str, Any] = field(default_factory=dict)

    @property
    def part(self) -> Part:
        """The part of the article that the trigger stands in."""
        return self.sentence.part.name

    def put(self, name: str, value: Value, start: int, end: int, *, inferred: bool = False,
            part: Part | None = None) -> None:  # fmt: skip
        """Set a cell, stated by the words at [start, end); a null is not set."""
        if value is None:
            return
        self.cells[name] = value
        self.spans[name] = [Span(part or self.part, start, end, value, inferred)]

    def add(self, name: str, member: Value, start: int, end: int, *, inferred: bool = False,
            part: Part | None = None) -> None:  # fmt: skip
        """Add a member to a list-valued cell; a second mention of a member is only more evidence."""
        if member not in self.cells.setdefault(name, []):
            self.cells[name].append(member)
        span = Span(part or self.part, start, end, member, inferred)
        known = self.spans.setdefault(name, [])
        if span not in known:
            known.append(span)

    def add_party(self, name: str, mention: Mention, *, inferred: bool = False, part: Part | None = None) -> None:
        """Add all codes of a mention; a demonym or metonym implies its code rather than states it."""
        implied = inferred or mention.category in ("demonym", "metonym", "prefix", "people", "unknown_organization")
        for code in mention.codes:
            self.add(name, code, mention.start, mention.end, inferred=implied, part=part)

    def get(self, name: str) -> Any:
        """The cell's value; None (or an empty list) where it is not set."""
        value = self.cells.get(name)
        return [] if value is None and name in LIST_FIELDS else value

    def absorb(self, other: "Draft", names: Iterable[str]) -> None:
        """Fill empty cells from another telling of the same fact, and take its evidence for equal ones."""
        for name in names:
            mine, theirs = self.get(name), other.get(name)
            if theirs in (None, []):
                continue
            if mine in (None, []):
                self.cells[name] = list(theirs) if isinstance(theirs, list) else theirs
                self.spans[name] = list(other.spans.get(name, []))
            elif name in LIST_FIELDS or mine == theirs:
                stated = mine if name in LIST_FIELDS else [mine]
                self._add_evidence(name, [s for s in other.spans.get(name, []) if s.value in stated])

    def _add_evidence(self, name: str, spans: list[Span]) -> None:
        """Further words for a cell; a story that says a thing a hundred times needs no hundred quotes."""
        known = self.spans[name]
        for span in spans:
            if len(known) < _QUOTES and span not in known:
                known.append(span)

    def claim(self, anchor: tuple[Part, int]) -> Claim:
        """The finished claim."""
        cells: dict[str, Any] = {}
        for name in FIELDS[self.kind] + EXTRA_FIELDS[self.kind]:
            value = self.get(name)
            if name in LIST_FIELDS:
                cells[name] = tuple(value) if name == "payloads" else tuple(sorted(value))
            else:
                cells[name] = value
        evidence = {name: tuple(self.spans[name]) for name in cells if self.spans.get(name)}
        chance = probability(self.kind, self.rule, self.features)
        return Claim(self.kind, cells, evidence, self.rule, chance, anchor)


def finish(drafts: Iterable[Draft]) -> list[Claim]:
    """The claims of one kind in one article, anchors made unique.

    A second fact of one trigger is anchored at the first of its own words that no other fact is anchored at.
    """
    claims: list[Claim] = []
    used: set[tuple[Part, int]] = set()
    for draft in drafts:
        own = sorted({(s.part, s.start) for spans in draft.spans.values() for s in spans})
        listed = [(s.part, s.start) for name in sorted(LIST_FIELDS) for s in draft.spans.get(name, ())]
        anchor = next((a for a in ((draft.part, draft.start), *listed, *own) if a not in used), None)
        if anchor is None:
            continue
        used.add(anchor)
        claims.append(draft.claim(anchor))
    return claims
