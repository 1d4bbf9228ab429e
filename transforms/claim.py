"""The claim record: what one article says about one event, each cell with the words that state it.

Belongs here: the record that extraction yields and resolution reads, and its JSON form. Does not belong here: how a
claim is found (`transforms.extract`) or merged (`transforms.resolve`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["agreement", "launch", "cooperation", "total"]
Part = Literal["title", "text"]
Value = str | int | float | bool | None

KINDS: tuple[Kind, ...] = ("agreement", "launch", "cooperation", "total")

#: Fields of each kind as docs/guidelines.md defines them, in printing order; list-valued ones are sorted tuples
#: (payloads keep the order of the text).
FIELDS: dict[Kind, tuple[str, ...]] = {
    "agreement": ("parties", "type", "status", "signed", "programme", "supplier"),
    "launch": ("status", "date", "vehicle", "payloads", "site", "customers"),
    "cooperation": ("type", "parties", "subject", "supplier"),
    "total": ("metric", "value", "of", "subject", "scope"),
}

#: What the warehouse holds beyond the guidelines' fields; null where the article does not tell.
EXTRA_FIELDS: dict[Kind, tuple[str, ...]] = {
    "agreement": ("date_basis", "instrument", "title_as_worded", "value_as_worded", "organizations"),
    "launch": ("date_basis", "organizations"),
    "cooperation": ("programme", "start", "organizations"),
    "total": ("bound", "unit_as_worded", "as_of", "as_of_basis", "window_from", "window_to", "statement"),
}

LIST_FIELDS = frozenset({"parties", "payloads", "customers", "organizations"})


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of the article that state a cell, or from which it was inferred.

    Attributes:
        part: which part of the article the offsets count in.
        start, end: half-open, in Unicode code points of the stored title or text.
        value: the cell's value, or the member of a list-valued cell, that these words support.
        inferred: the words imply the value (coreference, demonym, default status) rather than state it.
    """

    part: Part
    start: int
    end: int
    value: Value
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact as one article tells it.

    Attributes:
        kind: agreement, launch, cooperation or total.
        cells: every field of FIELDS and EXTRA_FIELDS of the kind; lists are tuples.
        evidence: spans for every non-null cell and every member of a list.
        rule: name of the extraction rule that found it (docs/extraction.md explains each).
        confidence: probability, 0 to 1, that the claim and its cells are right.
        anchor: part and offset of the words that triggered it; unique among the claims of one kind in an article
            (where one trigger tells several facts, each is anchored at the words that set it apart).
    """

    kind: Kind
    cells: Mapping[str, Any]
    evidence: Mapping[str, tuple[Span, ...]]
    rule: str
    confidence: float
    anchor: tuple[Part, int] = field(default=("text", 0))

    def to_json(self) -> dict[str, Any]:
        """The fact as `spacepact extract` prints it."""
        cells = {
            name: list(value) if isinstance(value, tuple) else value
            for name in FIELDS[self.kind] + EXTRA_FIELDS[self.kind]
            for value in [self.cells.get(name, () if name in LIST_FIELDS else None)]
        }
        evidence = {name: [span_json(s) for s in spans] for name, spans in self.evidence.items() if spans}
        return {
            "kind": self.kind,
            **cells,
            "evidence": evidence,
            "rule": self.rule,
            "confidence": round(self.confidence, 3),
        }


def span_json(span: Span) -> dict[str, Any]:
    """A span as it is printed; `inferred` only where true."""
    plain: dict[str, Any] = {"part": span.part, "start": span.start, "end": span.end, "value": span.value}
    return plain | {"inferred": True} if span.inferred else plain
