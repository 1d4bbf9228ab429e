"""What resolution reads and what it yields.

Belongs here: the claim with its source, the fact, one claimed value of a cell, provisional dimension members, and
doubts for a person to settle; and which columns a fact of each kind has. Does not belong here: any rule
(docs/resolution.md tells them), or the SQL that spreads partial dates over `…_from` and `…_to`.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Literal, NamedTuple

from transforms.claim import Claim, Kind

PREFIXES: dict[Kind, str] = {"agreement": "agr", "launch": "lch", "cooperation": "coop", "total": "tot"}

#: Columns of a fact, by kind, in order. A column has the name of the claim's field that it comes from, or stands in
#: CLAIM_FIELDS beside it. Dates stay partial (`2021-03`); ids are of the dimensions, `prov_…` where no lexicon knows
#: the name.
FACT_COLUMNS: dict[Kind, tuple[str, ...]] = {
    "agreement": ("parties", "type", "status", "signed", "planned", "ended", "date_basis", "instrument",
                  "instrument_id", "programme", "programme_id", "supplier", "title_as_worded", "value_as_worded",
                  "organizations"),
    "launch": ("status", "date", "date_basis", "planned_first", "planned_latest", "slip_count", "vehicle", "vehicle_id",
               "payloads", "spacecraft_ids", "site", "launch_site_id", "customers", "organizations"),
    "cooperation": ("type", "parties", "subject", "spacecraft_id", "programme", "programme_id", "start", "supplier",
                    "organizations"),
    "total": ("metric", "value", "of", "subject", "scope", "bound", "unit_as_worded", "as_of", "as_of_basis",
              "window_from", "window_to", "statement"),
}  # fmt: skip

#: Field of the claim, and so of its evidence, behind each column that is named otherwise.
CLAIM_FIELDS: dict[str, str] = {
    "planned": "signed",
    "ended": "signed",
    "instrument_id": "instrument",
    "programme_id": "programme",
    "planned_first": "date",
    "planned_latest": "date",
    "vehicle_id": "vehicle",
    "spacecraft_ids": "payloads",
    "launch_site_id": "site",
    "spacecraft_id": "subject",
}

#: Columns that hold a sorted tuple of members.
LIST_COLUMNS = frozenset({"parties", "payloads", "spacecraft_ids", "customers", "organizations"})

Dimension = Literal["vehicles", "sites", "spacecraft", "programmes", "instruments", "organizations"]
Doubt = Literal["near_merge", "undated", "conflict"]


@dataclass(frozen=True, slots=True)
class SourcedClaim:
    """A claim with where it comes from.

    Attributes:
        claim_id: `clm_` and a hash of the anchor.
        published: ISO date of the article, or None.
        source_id: the outlet, or `unknown`.
        source_tier: 1 (primary, agency release) to 4 (aggregator, unknown).
        origin_group: the same for all articles that go back to one text: the credited wire, else the outlet with the
            duplicates' first article. Claims of one group count as one source.
        is_sample: from the bundled sample.
    """

    claim: Claim
    claim_id: str
    article_id: str
    published: str | None = None
    source_id: str = "unknown"
    source_tier: int = 4
    origin_group: str = ""
    is_sample: bool = False


class Choice(NamedTuple):
    """The value that stands in one cell of a fact.

    Attributes:
        element: the member of a list, which is the value itself; else empty.
        claim_id: the claim that it is taken from; None for a derived cell (`slip_count`).
    """

    column_name: str
    element: str
    value: Any
    claim_id: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """What the claims on one event come to.

    Attributes:
        choices: every non-empty cell, a list member by member, in the order of FACT_COLUMNS.
        members: claim ids, sorted.
        confidence: probability, 0 to 1, from the confidences of independent claims.
    """

    fact_id: str
    kind: Kind
    choices: tuple[Choice, ...]
    members: tuple[str, ...]
    confidence: float

    @property
    def cells(self) -> dict[str, Any]:
        """Every non-empty column of FACT_COLUMNS; lists are sorted tuples."""
        cells: dict[str, Any] = {}
        for choice in self.choices:
            if choice.column_name in LIST_COLUMNS:
                cells[choice.column_name] = (*cells.get(choice.column_name, ()), choice.value)
            else:
                cells[choice.column_name] = choice.value
        return cells

    @property
    def chosen(self) -> dict[tuple[str, str], str]:
        """For each cell (column, element) the claim whose value stands; derived cells have none."""
        return {(c.column_name, c.element): c.claim_id for c in self.choices if c.claim_id is not None}


class CellValue(NamedTuple):
    """One value that one claim gives for a cell of a fact.

    Attributes:
        element: the member of a list, else empty.
        value: as the claim has it, printed; of an id the id.
        is_chosen: it is the value that stands in the fact.
    """

    fact_id: str
    column_name: str
    element: str
    value: str
    claim_id: str
    is_chosen: bool


class Provisional(NamedTuple):
    """A name that no lexicon holds, with the id it has until one does."""

    dimension: Dimension
    id: str
    name: str
    party_code: str | None


class Review(NamedTuple):
    """A doubt for a person to settle.

    Attributes:
        doubt: `near_merge` (two facts that may be one), `undated` (several facts fit a claim without a date),
            `conflict` (claims of one fact disagree on a cell).
        fact_ids: the facts concerned, sorted.
        claim_id: the claim in doubt, or empty.
        column_name: of a conflict.
        score: 0 to 1; the higher the likelier that a look changes something.
    """

    doubt: Doubt
    fact_ids: tuple[str, ...]
    claim_id: str
    column_name: str
    score: float


class Role(IntEnum):
    """How a telling bears a key: two that share it meet; one that asks it meets those that offer it."""

    SHARED = 0
    ASKED = 1
    OFFERED = 2


class KeyRow(NamedTuple):
    """A key of a block, hashed, and the number of its tellings that bear it so, with their traits."""

    block: int
    role: Role
    key: int
    tellings: int
    traits: int


class Keys:
    """The keys of many blocks, column by column: at a million claims there are millions."""

    def __init__(self) -> None:
        self.block, self.role, self.key, self.tellings = array("q"), array("B"), array("Q"), array("i")
        self.traits = array("Q")

    def __iter__(self) -> Iterator[KeyRow]:
        return map(KeyRow, self.block, map(Role, self.role), self.key, self.tellings, self.traits)

    def add(self, block: int, found: Iterable[tuple[Role, int, int, int]]) -> None:
        """Enters a block's keys: role, key, tellings, traits."""
        for role, key, tellings, traits in found:
            self.block.append(block)
            self.role.append(role)
            self.key.append(key)
            self.tellings.append(tellings)
            self.traits.append(traits)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The outcome: a function of the set of claims alone.

    Attributes:
        facts: sorted by fact id.
        values: all claimed values, fact by fact; a fresh iterator each time, because at a million claims the list of
            them would not be small.
        provisional: sorted.
        reviews: sorted, highest score first.
        blocks: for each fact the number of its block: claims that no chain of possible matches joins to others.
        keys: under which later claims find each block.
        names: provisional members, block by block, before those of one id are made one.
    """

    facts: tuple[Fact, ...]
    values: Callable[[], Iterator[CellValue]]
    provisional: tuple[Provisional, ...]
    reviews: tuple[Review, ...]
    blocks: tuple[int, ...] = ()
    keys: Keys = field(default_factory=Keys)
    names: tuple[tuple[int, Provisional], ...] = ()
