"""When two claims tell of one agreement.

Belongs here: the comparable form of an agreement claim, the keys under which two are brought together, and the rule.
Does not belong here: grouping by the rule's verdicts (`cluster`).
"""

from collections.abc import Hashable

from transforms.resolve.dates import (
    DEFAULT_TOLERANCE,
    EARLIEST,
    LATEST,
    Interval,
    distance,
    interval,
    month,
    tolerance,
    width,
)
from transforms.resolve.dates import years as years_of
from transforms.resolve.mentions import POSITION, Mention, Node
from transforms.resolve.names import Name, Relation, relate, thing
from transforms.resolve.verdicts import APART, CONFLICT, RIVAL, WEAK

_AT = POSITION["agreement"]
_PARTIES, _TYPE, _STATUS, _SIGNED = (_AT[name] for name in ("parties", "type", "status", "signed"))
_PROGRAMME, _BASIS, _INSTRUMENT = (_AT[name] for name in ("programme", "date_basis", "instrument"))

#: Days by which a signing may come before or after its plan.
EARLY, SLIP, LONG_SLIP = 7, 45, 730
#: Days after which an undated plan has come to nothing.
HORIZON = 3650
#: Agreements of more parties than this are looked up by what they are about too.
MANY = 2
#: Types that are not just another word for an agreement.
SEPARATE = frozenset({"contract", "accession", "joint_statement"})
_MONTH, _YEAR = 31, 366


class Agreement(Node):
    """An agreement as told.

    Attributes:
        when: the dates told for its state, or None.
        bounds: the days on which it can have been signed, from what is told and when it was told.
        programme: what it is about; of an accession what is joined.
    """

    __slots__ = ("bounds", "parties", "programme", "slack", "status", "type", "when")

    def __init__(self, mention: Mention) -> None:
        super().__init__()
        cells = mention.cells
        self.parties: tuple[str, ...] = tuple(sorted(cells[_PARTIES]))
        self.type = _type(mention)
        self.status: str = cells[_STATUS] or "signed"
        self.when = interval(cells[_SIGNED])
        self.slack = tolerance(cells[_BASIS])
        named = cells[_INSTRUMENT] or cells[_PROGRAMME] if self.type == "accession" else cells[_PROGRAMME]
        self.programme: Name | None = thing(named or cells[_INSTRUMENT]) if named or cells[_INSTRUMENT] else None
        self.bounds = self._bounds(interval(month(mention.published)))

    def _bounds(self, told: Interval | None) -> Interval:
        latest = told[1] + DEFAULT_TOLERANCE if told else LATEST
        if self.status == "planned":
            end = self.when[1] + LONG_SLIP if self.when else told[1] + HORIZON if told else LATEST
            return min(end, told[0] - EARLY if told else EARLIEST), end
        if self.status == "ended":
            return EARLIEST, (self.when[1] if self.when else latest)
        return self.when or (EARLIEST, latest)


def _type(mention: Mention) -> str:
    """The kind of document, where it can separate; all others are agreements in other words."""
    told: str | None = mention.cells[_TYPE]
    return told if told in SEPARATE else "agreement"


def signature(mention: Mention) -> Hashable:
    """What is compared: claims equal in it are one node. The month of publication counts where it bounds a date."""
    cells = mention.cells
    is_bound = cells[_STATUS] == "planned" or interval(cells[_SIGNED]) is None
    bound = month(mention.published) if is_bound else None
    return (frozenset(cells[_PARTIES]), _type(mention), cells[_STATUS], cells[_SIGNED], cells[_BASIS],
            cells[_PROGRAMME], cells[_INSTRUMENT], bound)  # fmt: skip


def shared_keys(node: Agreement) -> list[Hashable]:
    """Keys under which two agreements of the same parties meet: the year, and the words of what they are about."""
    keys: list[Hashable] = []
    if node.when and node.status != "planned" and width(node.when) <= _YEAR:
        keys += [(node.parties, year) for year in years_of(node.when, node.slack + DEFAULT_TOLERANCE)]
    if node.programme:
        name = node.programme
        keys += [(node.parties, word) for word in {name.base, name.initials, name.key, *name.words}]
    return keys


def asked_keys(node: Agreement) -> list[Hashable]:
    """Keys under which it looks for others without being found there.

    A claim without a date, or about the future, asks all agreements of its parties; a dated one asks those of more
    parties on the same thing in the same year.
    """
    if node.when is None or node.status == "planned":
        return [node.parties]
    return _wider_keys(node)


def offered_keys(node: Agreement) -> list[Hashable]:
    """Where such claims find this one."""
    return [node.parties, *(_wider_keys(node) if len(node.parties) > MANY else ())]


def _wider_keys(node: Agreement) -> list[Hashable]:
    if node.when is None or node.programme is None or width(node.when) > _YEAR:
        return []
    words = {node.programme.base, node.programme.initials, *node.programme.words}
    return [(year, word) for year in years_of(node.when, DEFAULT_TOLERANCE) for word in words]


def rank(node: Agreement) -> int:
    """How much it tells: the more, the less it needs others to be placed."""
    dated = 0 if node.when is None else 4 if width(node.when) == 0 else 3 if width(node.when) <= _MONTH else 2
    return (dated - 2 * (node.status == "planned")) * 2 + (node.programme is not None)


def verdict(a: Agreement, b: Agreement) -> int:
    """Whether two tellings are of one agreement."""
    if a.parties != b.parties:
        return _other_parties(a, b)
    about = relate(a.programme, b.programme)
    if a.type == b.type == "accession" and about >= Relation.OVERLAP:
        return 95
    if distance(a.bounds, b.bounds) > a.slack + b.slack and not _undated_accession(a, b, about):
        return CONFLICT
    if about is Relation.CONFLICT or not _types_agree(a, b, about):
        return CONFLICT
    if a.status == b.status:
        return _same_state(a, b, about)
    return _other_state(a, b, about)


def _undated_accession(a: Agreement, b: Agreement, about: Relation) -> bool:
    """A list of members made a little before a joiner signed does not make its accession another one."""
    return "accession" in (a.type, b.type) and about >= Relation.OVERLAP and not (a.when and b.when)


def _other_parties(a: Agreement, b: Agreement) -> int:
    """One set inside the other can be a shorter report of the same signing: same thing, same time, both dated."""
    few, many = (a, b) if len(a.parties) < len(b.parties) else (b, a)
    if not (set(few.parties) < set(many.parties) and a.when and b.when and a.status == b.status == "signed"):
        return CONFLICT
    about = relate(a.programme, b.programme)
    if about < Relation.OVERLAP or (a.type == "accession") != (b.type == "accession"):
        return CONFLICT
    close = max(width(a.when), width(b.when)) <= _MONTH and distance(a.when, b.when) <= max(a.slack, b.slack)
    return WEAK if close else CONFLICT


def _types_agree(a: Agreement, b: Agreement, about: Relation) -> bool:
    """The wording of the type never separates; a purchase and a declaration are not one document, though."""
    if a.type == b.type:
        return True
    types = {a.type, b.type}
    if "contract" in types and types & {"joint_statement", "accession"}:
        return False
    return "accession" not in types or about >= Relation.SERIES


def _same_state(a: Agreement, b: Agreement, about: Relation) -> int:
    if a.when is None or b.when is None:
        return _undated(a, b, about)
    gap, coarse = distance(a.when, b.when), max(width(a.when), width(b.when))
    if a.status == "planned":
        limit = LONG_SLIP if about >= Relation.SERIES else SLIP
        return (60 if about >= Relation.SERIES else WEAK) if gap <= limit else APART
    if gap > max(a.slack, b.slack):
        return CONFLICT
    if about >= Relation.SERIES:
        return 90 if coarse == 0 else 80 if coarse <= _MONTH else 70
    if coarse == 0:
        return 40 if about is Relation.NEUTRAL else 30
    return _open(a, b, about, coarse)


def _open(a: Agreement, b: Agreement, about: Relation, coarse: int) -> int:
    """The dates agree, but neither they nor the objects decide; two objects need the month at least."""
    if about is not Relation.NEUTRAL:
        return CONFLICT
    return WEAK if a.programme is None or b.programme is None or coarse <= _MONTH else APART


def _undated(a: Agreement, b: Agreement, about: Relation) -> int:
    """Of which at least one bears no date."""
    if about is Relation.UNLIKE:
        return CONFLICT
    if a.when is None and b.when is None:
        one_unnamed = (a.programme is None) != (b.programme is None)
        return 50 if about >= Relation.OVERLAP else RIVAL if one_unnamed else APART
    if about >= Relation.SERIES:
        return WEAK
    unnamed = a.programme is None or b.programme is None
    return WEAK if unnamed and (a.type == b.type or "agreement" in (a.type, b.type)) else APART


def _names_nothing(a: Agreement, b: Agreement) -> bool:
    """Whether neither says what it is about, so that the kind of document has to tell."""
    return a.programme is None and b.programme is None and a.type == b.type


def _other_state(a: Agreement, b: Agreement, about: Relation) -> int:
    """Planned and signed, signed and ended, planned and ended."""
    if about is Relation.UNLIKE:
        return CONFLICT
    plan = a if a.status == "planned" else b if b.status == "planned" else None
    done = b if plan is a else a
    if plan is None or done.status == "ended":  # joined where it alone fits, else queued for review
        return WEAK if about >= Relation.SERIES or _names_nothing(a, b) else APART
    if plan.when and done.when:
        early, late = plan.when[0] - done.when[1], done.when[0] - plan.when[1]
        if early > SLIP or late > LONG_SLIP:
            return CONFLICT
        if max(early, late) <= SLIP:
            coarse = max(width(plan.when), width(done.when))
            return 65 if about >= Relation.SERIES else _open(a, b, about, coarse)
        return WEAK if about >= Relation.SERIES else APART
    return WEAK if about >= Relation.OVERLAP else APART
