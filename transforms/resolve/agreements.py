"""When two claims tell of one agreement.

Belongs here: the comparable form of an agreement claim, the keys under which two are brought together, and the rule.
Does not belong here: grouping by the rule's verdicts (`cluster`).
"""

from collections.abc import Hashable
from functools import lru_cache

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
from transforms.resolve.traits import ANY, of_days, of_near_days
from transforms.resolve.verdicts import APART, CONFLICT, DOUBT, RIVAL, SUSPECT, WEAK

_AT = POSITION["agreement"]
_PARTIES, _TYPE, _STATUS, _SIGNED = (_AT[name] for name in ("parties", "type", "status", "signed"))
_PROGRAMME, _BASIS, _INSTRUMENT = (_AT[name] for name in ("programme", "date_basis", "instrument"))

#: Days by which a signing may come before or after its plan; of a plan without a date, after the month that told it.
EARLY, SLIP, LONG_SLIP = 7, 45, 730
#: Days after which an undated plan has come to nothing, and an end is hardly that of an agreement without an object.
HORIZON = 3650
#: Agreements of more parties than this are looked up by what they are about too.
MANY = 2
#: Types that are not just another word for a document.
SEPARATE = frozenset({"contract", "accession", "joint_statement"})
#: The type that any other may be in other words.
VAGUE = "agreement"
_MONTH, _YEAR = 31, 366
_MOST_PARTIES = 64


class Agreement(Node):
    """An agreement as told.

    Attributes:
        when: the dates told for its state, or None.
        bounds: the days on which it can have been signed, from what is told and when it was told.
        told: the month in which a plan, or what bears no date, was told.
        programme: what it is about; of an accession what is joined.
    """

    __slots__ = ("bounds", "parties", "programme", "slack", "status", "told", "type", "when")

    def __init__(self, mention: Mention) -> None:
        super().__init__()
        cells = mention.cells
        self.parties = _sorted(cells[_PARTIES])
        self.type = _type(mention)
        self.status: str = cells[_STATUS] or "signed"
        self.when = interval(cells[_SIGNED])
        self.slack = tolerance(cells[_BASIS])
        named = cells[_INSTRUMENT] or cells[_PROGRAMME] if self.type == "accession" else cells[_PROGRAMME]
        self.programme: Name | None = thing(named or cells[_INSTRUMENT]) if named or cells[_INSTRUMENT] else None
        told = interval(month(mention.published))
        self.bounds = self._bounds(told)
        self.told = told if self.when is None or self.status == "planned" else None

    def _bounds(self, told: Interval | None) -> Interval:
        latest = told[1] + DEFAULT_TOLERANCE if told else LATEST
        if self.status == "planned":
            end = self.when[1] + LONG_SLIP if self.when else told[1] + HORIZON if told else LATEST
            return min(end, told[0] - EARLY if told else EARLIEST), end
        if self.status == "ended":
            return EARLIEST, (self.when[1] if self.when else latest)
        return self.when or (EARLIEST, latest)


@lru_cache(maxsize=1 << 16)
def _sorted(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Parties in order, held once for all agreements of theirs."""
    return tuple(sorted(codes))


def _type(mention: Mention) -> str:
    """The kind of document, as far as it can separate: memoranda, frameworks and letters are one in other words."""
    told: str | None = mention.cells[_TYPE]
    return VAGUE if told in (None, VAGUE) else told if told in SEPARATE else "document"


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

    A claim without a date of signing, or about the future, asks all agreements of its parties; a dated one asks those
    of more parties on the same thing in the same year, or of the same day.
    """
    if node.when is None or node.status != "signed":
        return [node.parties]
    return _wider_keys(node) + ([(node.when[0], node.parties[0])] if _is_day(node) else [])


def offered_keys(node: Agreement) -> list[Hashable]:
    """Where such claims find this one."""
    keys: list[Hashable] = [node.parties]
    if len(node.parties) > MANY:
        keys += _wider_keys(node)
        if node.when and _is_day(node):
            keys += [(node.when[0] + step, code) for step in (-1, 0, 1) for code in node.parties]
    return keys


def _is_day(node: Agreement) -> bool:
    """Whether it tells the day of a signing by some parties."""
    return node.status == "signed" and node.when is not None and width(node.when) == 0 and len(node.parties) >= MANY


def _wider_keys(node: Agreement) -> list[Hashable]:
    if node.when is None or node.programme is None or width(node.when) > _YEAR:
        return []
    words = {node.programme.base, node.programme.initials, *node.programme.words}
    return [(year, word) for year in years_of(node.when, DEFAULT_TOLERANCE) for word in words]


def rank(node: Agreement) -> int:
    """How much it tells: the more, the less it needs others to be placed.

    An end tells least of when its agreement was signed, and is placed last, so that it takes no plan from a signing.
    """
    dated = 0 if node.when is None else 4 if width(node.when) == 0 else 3 if width(node.when) <= _MONTH else 2
    if node.status == "ended":
        dated = (dated > 0) - 4
    told = (dated - 2 * (node.status == "planned")) * 2 + (node.programme is not None)
    return told * _MOST_PARTIES + min(len(node.parties), _MOST_PARTIES - 1)


def shared_traits(node: Agreement) -> int:
    """The days on which it can have been signed: `verdict` parts what lies further apart than both allow.

    An accession is the same whatever is told of its day.
    """
    return ANY if node.type == "accession" else of_days(node.bounds, node.slack)


def traits(node: Agreement, key: Hashable) -> int:
    """The same among those of its parties.

    Under its other keys it meets agreements of more or fewer parties (those of the same meet under a shared one too),
    and there the verdict bears only where both tell of a signing and when, to the month at least.
    """
    if key == node.parties:
        return shared_traits(node)
    if node.status != "signed" or node.when is None or width(node.when) > _MONTH:
        return 0
    return of_near_days(node.when, node.slack)


def verdict(a: Agreement, b: Agreement) -> int:
    """Whether two tellings are of one agreement."""
    if a.parties != b.parties:
        return _other_parties(a, b)
    is_apart = distance(a.bounds, b.bounds) > a.slack + b.slack
    if is_apart and "accession" not in (a.type, b.type):
        return CONFLICT
    about = relate(a.programme, b.programme)
    if a.type == b.type == "accession" and about >= Relation.OVERLAP:
        return 95
    if is_apart and not _undated_accession(a, b, about):
        return CONFLICT
    if about is Relation.CONFLICT:
        return CONFLICT
    if not _types_agree(a, b, about):
        return _other_kind(a, b, about)
    if a.status == b.status:
        return _same_state(a, b, about)
    return _other_state(a, b, about)


def _undated_accession(a: Agreement, b: Agreement, about: Relation) -> bool:
    """A list of members made a little before a joiner signed does not make its accession another one."""
    return "accession" in (a.type, b.type) and about >= Relation.OVERLAP and not (a.when and b.when)


def _other_parties(a: Agreement, b: Agreement) -> int:
    """One set inside the other can be a shorter report of the same signing: same thing or day, both dated."""
    if not (a.when and b.when and a.status == b.status == "signed"):
        return CONFLICT
    about, gap = relate(a.programme, b.programme), distance(a.when, b.when)
    if about < Relation.NEUTRAL or (a.type == "accession") != (b.type == "accession"):
        return CONFLICT
    few, many = (a, b) if len(a.parties) < len(b.parties) else (b, a)
    is_part, coarse = set(few.parties) < set(many.parties), max(width(a.when), width(b.when))
    if is_part and about >= Relation.OVERLAP:
        return WEAK if coarse <= _MONTH and gap <= max(a.slack, b.slack) else CONFLICT
    if gap > DEFAULT_TOLERANCE or a.type == "accession" or not _types_agree(a, b, about):
        return CONFLICT
    if not (is_part and coarse == 0 and _is_unnamed(a, b)):
        return APART  # two parts can be of one whole
    return DOUBT if "contract" in (a.type, b.type) else WEAK  # a seller and a buyer are rarely part of a larger signing


def _is_unnamed(a: Agreement, b: Agreement) -> bool:
    """Whether one does not say what it is about."""
    return a.programme is None or b.programme is None


def _types_agree(a: Agreement, b: Agreement, about: Relation) -> bool:
    """The wording of the type never separates; a purchase is no memorandum, framework or declaration, though."""
    types = {a.type, b.type}
    if len(types) == 1:
        return True
    if "contract" in types:
        return VAGUE in types
    return "accession" not in types or about >= Relation.SERIES


def _other_kind(a: Agreement, b: Agreement, about: Relation) -> int:
    """Two kinds of document; where one day saw a contract and a memorandum, a person should look."""
    same_day = a.when is not None and a.when == b.when and width(a.when) == 0 and a.status == b.status
    is_alike = same_day and about >= Relation.NEUTRAL and {a.type, b.type} == {"contract", "document"}
    return SUSPECT if is_alike else CONFLICT


def _same_state(a: Agreement, b: Agreement, about: Relation) -> int:
    if a.when is None or b.when is None:
        is_plan = a.status == "planned" and Relation.UNLIKE < about < Relation.OVERLAP and _is_unnamed(a, b)
        return _undated_plan(a, b) if is_plan else _undated(a, b, about)
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
    same_kind = a.type == b.type or VAGUE in (a.type, b.type) or {a.type, b.type} == {"document", "joint_statement"}
    return WEAK if _is_unnamed(a, b) and same_kind else APART


def _other_state(a: Agreement, b: Agreement, about: Relation) -> int:
    """Planned and signed, signed and ended, planned and ended."""
    if about is Relation.UNLIKE:
        return CONFLICT
    plan = a if a.status == "planned" else b if b.status == "planned" else None
    done = b if plan is a else a
    if plan is None or done.status == "ended":  # joined where it alone fits, else queued for review
        if about >= Relation.SERIES:
            return WEAK
        return _end_of_unnamed(a, b) if _is_unnamed(a, b) else APART
    if plan.when and done.when:
        return _dated_plan(plan, done, about)
    if about >= Relation.OVERLAP:
        return WEAK
    return _undated_plan(plan, done) if about is Relation.SERIES or _is_unnamed(a, b) else APART


def _end_of_unnamed(a: Agreement, b: Agreement) -> int:
    """An end, and what is not told to be about something else: many years later it is that of another."""
    one, two = a.when or a.told, b.when or b.told
    return DOUBT if one and two and distance(one, two) > HORIZON else WEAK


def _dated_plan(plan: Agreement, done: Agreement, about: Relation) -> int:
    """A plan for a time, and a signing with a date."""
    assert plan.when and done.when  # noqa: S101 - for the reader of types
    early, late = plan.when[0] - done.when[1], done.when[0] - plan.when[1]
    if early > SLIP or late > LONG_SLIP:
        return CONFLICT
    if max(early, late) <= SLIP:
        coarse = max(width(plan.when), width(done.when))
        return 65 if about >= Relation.SERIES else _open(plan, done, about, coarse)
    if about >= Relation.SERIES:
        return WEAK
    return DOUBT if _is_unnamed(plan, done) and late <= _YEAR else APART


def _undated_plan(plan: Agreement, done: Agreement) -> int:
    """What was to be signed, no day told, or was signed at a time not told: when it was told has to do.

    Of two plans each is as much the one as the other.
    """
    planned, signed = plan.when or plan.told, done.when or done.told
    if planned is None or signed is None or (done.status != "planned" and signed[1] < planned[0] - EARLY):
        return APART
    gap = distance(planned, signed)
    if gap <= SLIP and max(width(planned), width(signed)) <= _MONTH:
        return WEAK
    return DOUBT if gap <= _YEAR else APART
