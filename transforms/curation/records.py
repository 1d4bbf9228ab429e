"""What a person corrects, and what corrections make of the outcome of resolution.

Belongs here: the entry of an override file, its standing, and the facts that differ because of it. Does not belong
here: reading files (`sources.overrides`), checking values (`entries`), or applying them (`apply`).
"""

from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from transforms.claim import Kind
from transforms.resolve.records import CellValue, Fact, SourcedClaim

Action = Literal["set", "clear", "merge", "apart", "split", "reject", "add", "confirm", "withdraw"]
Status = Literal["applied", "superseded", "stale", "invalid"]
Doubt = Literal[
    "low_confidence", "conflict", "near_merge", "undated", "provisional_name", "stale_override"
]  # fmt: skip
#: A value of a cell: text, or the members of a list.
Told = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One correction that reads well.

    Attributes:
        file_name, number: where it stands.
        override_id: `ovr_` and a hash of what it says.
        fact, anchor: the id of the fact and of one of its claims; of an added fact empty.
        other, other_anchor: the second fact of `merge` and `apart`.
        claims: those that `split` parts from the fact.
        kind: of the fact.
        name: of an added fact, unique among those of its author's choosing.
        column: published column that `set` and `clear` are about, or `confirm` of a conflict.
        value: what `set` puts there; what `confirm` found there.
        cells: of an added fact, by published column.
        article: what `withdraw` takes the word from.
        doubt: what `confirm` answers; subject: the provisional id or override that it is about, if it is no fact.
        made: ISO date or time at which it was made: the newest of several stands.
    """

    file_name: str
    number: int
    override_id: str
    action: Action
    author: str
    made: str
    reason: str
    source: str = ""
    kind: Kind | None = None
    fact: str = ""
    anchor: str = ""
    other: str = ""
    other_anchor: str = ""
    claims: tuple[str, ...] = ()
    name: str = ""
    column: str = ""
    value: Told = ""
    cells: tuple[tuple[str, Told], ...] = ()
    article: str = ""
    doubt: str = ""
    subject: str = ""

    @property
    def age(self) -> tuple[str, int, str]:
        """What orders corrections, whatever the order of files: the time, then the place in a file, then the id."""
        return (self.made, self.number, self.override_id)

    @property
    def label(self) -> str:
        """Where a person finds it."""
        return f"{self.file_name} entry {self.number}"


class Standing(NamedTuple):
    """An entry of an override file with what became of it.

    Attributes:
        entry: None where it could not be read.
        fields: what an entry that could not be read says, as far as it can be told.
        fact_id: the fact that it bears on now, if any.
        problem: one line; empty where all is well.
    """

    file_name: str
    number: int
    entry: Entry | None
    fields: dict[str, str]
    status: Status
    fact_id: str
    problem: str


class Correction(NamedTuple):
    """A cell that a person set or emptied, under its published name; `value` None where it was emptied."""

    fact_id: str
    column_name: str
    element: str
    value: str | None
    override_id: str


class Redirect(NamedTuple):
    """An id of a fact that a correction merged away, and where it went."""

    old_id: str
    new_id: str
    override_id: str


class Settled(NamedTuple):
    """A doubt that a correction answers; an empty field stands for any."""

    doubt: str
    fact_id: str
    column_name: str
    other_id: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The part of resolution's outcome that corrections name.

    Attributes:
        facts: the claims of each fact named.
        redirects: ids that resolution retired, and the fact that holds their claims now.
    """

    facts: dict[str, tuple[SourcedClaim, ...]]
    redirects: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Curated:
    """What differs from the outcome of resolution, and how each correction fared.

    Attributes:
        facts: those that stand in a form of their own.
        gone: ids of the outcome that no longer stand, with their kinds.
        values: all claimed values of `facts`.
        touched: for each fact id that corrections bear on, the ids of those corrections, sorted.
    """

    facts: list[Fact] = field(default_factory=list)
    gone: dict[str, Kind] = field(default_factory=dict)
    values: list[CellValue] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    redirects: list[Redirect] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)
    standings: list[Standing] = field(default_factory=list)
    touched: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Unread(NamedTuple):
    """An entry that will not do: where it stands, what it says as far as it can be told, and what is wrong."""

    file_name: str
    number: int
    fields: dict[str, Any]
    problem: str
