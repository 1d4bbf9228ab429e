"""An agreement as a claim tells it, and the keys under which two tellings are brought together.

Belongs here: the comparable form, its keys, its rank and its traits. Does not belong here: whether two are one
(`agreement_verdicts`).
"""

from collections.abc import Hashable
from functools import lru_cache

from transforms.resolve.dates import (
    DEFAULT_TOLERANCE,
    EARLIEST,
    LATEST,
    Interval,
    interval,
    month,
    tolerance,
    width,
)
from transforms.resolve.dates import years as years_of
from transforms.resolve.mentions import POSITION, Mention, Node
from transforms.resolve.names import Name, thing
from transforms.resolve.traits import ANY, of_days, of_near_days

_AT = POSITION["agreement"]
_PARTIES, _TYPE, _STATUS, _SIGNED = (_AT[name] for name in ("parties", "type", "status", "signed"))
_PROGRAMME, _BASIS, _INSTRUMENT = (_AT[name] for name in ("programme", "date_basis", "instrument"))

#: Days by which a signing may come before or after its plan; of a plan without a date, after the month that told it.
EARLY, SLIP, LONG_SLIP = 7, 45, 730
#: Days after which an undated plan has come to nothing, and an end is hardly that of an agreement without an object.
HORIZON = 3650
#: Days before a report that tells no day within which it was signed, unless its object has a name: such labelled pairs
#: reach back thirteen months (of objects with names seven years), and what is older is told with its year or its name.
RECENT = 1826
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
        likely: of them those on which it was, where no name of its object tells that it is an older one.
        told: the month in which a plan, or what bears no date, was told.
        programme: what it is about; of an accession what is joined.
    """

    __slots__ = ("bounds", "likely", "parties", "programme", "slack", "status", "told", "type", "when")

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
        self.bounds = self.likely = self._bounds(told)
        if told and self.when is None and self.status == "signed":
            self.likely = told[0] - RECENT, self.bounds[1]
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
        keys += [(node.parties, word) for word in node.programme.handles]
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

    An accession is the same whatever is told of its day. Without a name for its object it is hardly an old one.
    """
    if node.type == "accession":
        return ANY
    is_named = node.programme is not None and node.programme.is_proper
    return of_days(node.bounds if is_named else node.likely, node.slack)


def traits(node: Agreement, key: Hashable) -> int:
    """The days on which it is likely to have been signed, among those of its parties: a name in common is a shared key.

    Under its other keys it meets agreements of more or fewer parties (those of the same meet under a shared one too),
    and there the verdict bears only where both tell of a signing and when, to the month at least.
    """
    if key == node.parties:
        return ANY if node.type == "accession" else of_days(node.likely, node.slack)
    if node.status != "signed" or node.when is None or width(node.when) > _MONTH:
        return 0
    return of_near_days(node.when, node.slack)
