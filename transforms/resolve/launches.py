"""When two claims tell of one lift-off.

Belongs here: the comparable form of a launch claim, the keys under which two are brought together, and the rule. Does
not belong here: grouping by the rule's verdicts (`cluster`).
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
    months,
    quarters,
    tolerance,
    width,
)
from transforms.resolve.mentions import POSITION, Mention, Node
from transforms.resolve.names import Name, Relation, craft, relate, site, sites_agree
from transforms.resolve.rockets import rocket, rocket_stem, vehicles_agree
from transforms.resolve.traits import ANY, of_words
from transforms.resolve.verdicts import APART, CONFLICT, DOUBT, SUSPECT, WEAK

_AT = POSITION["launch"]
_STATUS, _DATE, _VEHICLE = (_AT[name] for name in ("status", "date", "vehicle"))
_PAYLOADS, _SITE, _CUSTOMERS, _BASIS = (_AT[name] for name in ("payloads", "site", "customers", "date_basis"))


#: Days: a plan told just after the flight; how far a plan may move where only the series, or an unlisted name without
#: a number, is the same.
LATE_REPORT, SERIES_SLIP, UNLISTED_SLIP = 3, 75, 300
#: Owners of payloads from which on a flight is a shared one, of which another report may name one passenger.
MANY_CUSTOMERS = 3
_MONTH, _YEAR = 31, 366


class Launch(Node):
    """A launch as told.

    Attributes:
        when: the date told, or None.
        bounds: the days on which it can have flown, from what is told and when.
        one_off: payloads that fly once (numbered, or listed as one craft); `repeated`: series and reusable craft.
    """

    __slots__ = ("bounds", "customers", "is_planned", "is_success", "one_off", "payloads", "repeated", "site", "slack",
                 "vehicle", "when")  # fmt: skip

    def __init__(self, mention: Mention) -> None:
        super().__init__()
        cells = mention.cells
        self.is_planned, self.is_success = cells[_STATUS] == "planned", cells[_STATUS] == "success"
        self.when = interval(cells[_DATE])
        self.slack = tolerance(cells[_BASIS])
        self.vehicle = rocket(cells[_VEHICLE]) if cells[_VEHICLE] else None
        self.site = site(cells[_SITE]) if cells[_SITE] else None
        self.customers = _owners(cells[_CUSTOMERS])
        self.payloads, self.one_off, self.repeated = _cargo(cells[_PAYLOADS], self.vehicle)
        self.bounds = self._bounds(interval(month(mention.published)))

    def _bounds(self, told: Interval | None) -> Interval:
        if self.is_planned:
            return (told[0] - LATE_REPORT if told else EARLIEST), LATEST
        return self.when or (EARLIEST, told[1] + DEFAULT_TOLERANCE if told else LATEST)


@lru_cache(maxsize=1 << 16)
def _owners(codes: tuple[str, ...]) -> frozenset[str]:
    """Customers as a set, one for all launches that have them."""
    return frozenset(codes)


@lru_cache(maxsize=1 << 16)
def _cargo(
    told: tuple[str, ...], vehicle: Name | None
) -> tuple[tuple[Name, ...], frozenset[tuple[str, ...]], frozenset[str]]:
    """The payloads; of those that fly once the names, of the others the series: one for all launches that have them."""
    payloads = tuple([craft(name) for name in told])
    again = [name.is_series or _is_vehicle(name, vehicle) for name in payloads]
    one_off = frozenset([name.core for name, is_again in zip(payloads, again, strict=True) if not is_again])
    return payloads, one_off, frozenset([name.base for name, is_again in zip(payloads, again, strict=True) if is_again])


def _is_vehicle(name: Name, vehicle: Name | None) -> bool:
    """Whether the vehicle itself is named as its payload (a shuttle)."""
    return vehicle is not None and name.words <= vehicle.words


def signature(mention: Mention) -> Hashable:
    """What is compared: claims equal in it are one node. The month of publication counts where it bounds a date.

    Whether it flew well counts where a craft is named, which flies well once.
    """
    cells = mention.cells
    status = "planned" if cells[_STATUS] == "planned" else "flown"
    if status == "flown" and cells[_PAYLOADS]:
        status = cells[_STATUS]
    bound = None if status != "planned" and interval(cells[_DATE]) else month(mention.published)
    return (status, cells[_DATE], cells[_BASIS], cells[_VEHICLE], cells[_SITE], frozenset(cells[_PAYLOADS]),
            frozenset(cells[_CUSTOMERS]), bound)  # fmt: skip


def shared_keys(node: Launch) -> list[Hashable]:
    """Keys under which two launches meet: a craft that flies once, at any time; a rocket or a name.s word, by day."""
    keys: list[Hashable] = list(node.one_off)
    if node.when and width(node.when) == 0 and not node.is_planned:
        named = {word for name in node.payloads for word in name.words if not word.isdigit()}
        if node.vehicle:
            named.add(rocket_stem(node.vehicle))
        keys += [(word, node.when[0] + step) for word in named for step in (0, 1)]
    return keys


def asked_keys(node: Launch) -> list[Hashable]:
    """Keys under which it looks for others without being found there.

    A plan, or a flight told to the month, asks the flights of its payload's series in that time; a plan for a day, or a
    flight told without its payload or to the month, those of its rocket.
    """
    if not node.when or width(node.when) > _YEAR:
        return []
    is_day = width(node.when) == 0
    keys: list[Hashable] = []
    if node.is_planned or not is_day:
        near = quarters(node.when, SERIES_SLIP if node.is_planned else 1)
        keys += [("series", base, number) for base in _bases(node) for number in near]
    asks_rocket = is_day if node.is_planned else width(node.when) <= _MONTH and not (node.payloads and is_day)
    if node.vehicle and asks_rocket:
        keys += _rocket_months(node)
    if is_day and node.vehicle is None and node.customers and not node.is_planned:
        keys.append(("day", node.when[0]))
    return keys


def offered_keys(node: Launch) -> list[Hashable]:
    """Where such tellings find this one."""
    if not node.when or width(node.when) > _YEAR:
        return []
    keys: list[Hashable] = [("series", base, number) for base in _bases(node) for number in quarters(node.when)]
    if node.vehicle and not node.is_planned and width(node.when) <= _MONTH:
        keys += _rocket_months(node)
    if width(node.when) == 0 and node.customers and not node.is_planned:
        keys.append(("day", node.when[0]))
    return keys


def _bases(node: Launch) -> set[str]:
    return {name.base for name in node.payloads}


def _rocket_months(node: Launch) -> list[Hashable]:
    stem = rocket_stem(node.vehicle) if node.vehicle else ""
    return [("rocket", stem, number) for number in months(node.when)] if node.when else []


def rank(node: Launch) -> int:
    """How much it tells: the more, the less it needs others to be placed."""
    dated = 0 if node.when is None else 3 if width(node.when) == 0 else 2 if width(node.when) <= _MONTH else 1
    told = dated * 2 * (not node.is_planned) + (len(node.payloads) > 0) + (node.vehicle is not None)
    return told * 2 + (len(node.customers) >= MANY_CUSTOMERS)


def traits(node: Launch, _key: Hashable) -> int:
    """What its payloads are called and who owns them; anything may be one with a launch that names none.

    Of two that name some, other spacecraft with other owners are one only where both tell day and rocket: then they
    meet by that, and ask no key.
    """
    return _traits(node.payloads, node.customers) if node.payloads else ANY


@lru_cache(maxsize=1 << 16)
def _traits(payloads: tuple[Name, ...], customers: frozenset[str]) -> int:
    return of_words({word for name in payloads for word in name.handles} | customers)


def verdict(a: Launch, b: Launch) -> int:
    """Whether two tellings are of one lift-off."""
    if (gap := distance(a.bounds, b.bounds)) > max(a.slack, b.slack):
        return SUSPECT if _flown_twice(a, b, gap) else CONFLICT
    rocket_same = vehicles_agree(a.vehicle, b.vehicle)
    moved = a.is_planned or b.is_planned
    if (rocket_same is False or sites_agree(a.site, b.site) is False) and not (moved and a.one_off & b.one_off):
        return SUSPECT if not moved and _is_certain(a, b) else CONFLICT
    cargo = payloads_relate(a.payloads, b.payloads)
    if not a.one_off.isdisjoint(b.one_off) or (cargo is Relation.SAME and not (a.repeated and b.repeated)):
        return _same_craft(a, b)
    if cargo >= Relation.SERIES:
        return _same_series(a, b)
    if cargo is Relation.CONFLICT:
        return _other_craft(a, b, rocket_same)
    return _no_craft(a, b, rocket_same)


@lru_cache(maxsize=1 << 16)
def payloads_relate(a: tuple[Name, ...], b: tuple[Name, ...]) -> Relation:
    """The closest relation of any two payloads; CONFLICT where both name some and none relate."""
    if not a or not b:
        return Relation.NEUTRAL
    best = max(relate(x, y) for x in a for y in b)
    return best if best >= Relation.SERIES else Relation.CONFLICT


def _same_craft(a: Launch, b: Launch) -> int:
    """A craft that flies once is on board of both."""
    if a.is_planned and b.is_planned:
        return 60 if _slip(a, b) <= UNLISTED_SLIP or _is_certain(a, b) else WEAK
    if a.is_planned or b.is_planned:
        return 80 if _slip(a, b) <= UNLISTED_SLIP or _is_certain(a, b) else WEAK
    if a.when and b.when:
        return 100 if width(a.when) + width(b.when) == 0 else 90
    return WEAK if a.when or b.when else 50


def _is_certain(a: Launch, b: Launch) -> bool:
    """The shared craft has a number or is listed: it flies once, however late."""
    shared = a.one_off & b.one_off
    return any(name.core in shared and (name.mark or name.id) for name in a.payloads)


def _flown_twice(a: Launch, b: Launch, gap: int) -> bool:
    """A craft that flies once told to have flown on two days: a second try follows a failure, and not at once."""
    if a.is_planned or b.is_planned or not _is_certain(a, b):
        return False
    return (a.is_success and b.is_success) or gap <= _MONTH


def _slip(a: Launch, b: Launch) -> int:
    return distance(a.when, b.when) if a.when and b.when else 0


def _same_series(a: Launch, b: Launch) -> int:
    """A series or a craft that flies again is on board of both: the day decides."""
    if not a.when or not b.when:
        return APART
    gap, coarse = distance(a.when, b.when), max(width(a.when), width(b.when))
    may_slip = (a.is_planned or b.is_planned) and coarse <= _MONTH
    if gap > (SERIES_SLIP if may_slip else max(a.slack, b.slack) if coarse <= _MONTH else 0):
        return CONFLICT
    if coarse == 0 and gap <= LATE_REPORT:
        return 70
    return WEAK


def _other_craft(a: Launch, b: Launch, rocket_same: bool | None) -> int:
    """No payload in common: each report may name another of many; the same rocket from the same site decides.

    A plan that names no rocket, or no day, is brought here by its craft alone: others aboard do not speak against it.
    """
    if not a.when or not b.when:
        return APART
    if a.is_planned or b.is_planned:
        return CONFLICT if a.vehicle and b.vehicle else APART
    if distance(a.when, b.when) > max(a.slack, b.slack):
        return CONFLICT
    whole = width(a.when) + width(b.when) == 0 and bool(a.one_off) and bool(b.one_off)
    exact = a.vehicle is not None and b.vehicle is not None and a.vehicle.core == b.vehicle.core
    if whole and exact and sites_agree(a.site, b.site):
        return 20
    if rocket_same and whole and _is_passenger(a, b):
        return WEAK
    if width(a.when) + width(b.when) or distance(a.when, b.when):
        return APART
    is_open = whole and exact if rocket_same else rocket_same is None and bool(a.customers & b.customers)
    return DOUBT if is_open else APART


def _is_passenger(a: Launch, b: Launch) -> bool:
    """One names the payload of an owner whom the other counts among several."""
    few, many = sorted((a.customers, b.customers), key=len)
    return bool(few) and few < many and len(many) >= MANY_CUSTOMERS


def _no_craft(a: Launch, b: Launch, rocket_same: bool | None) -> int:
    """One of them names no payload: the rocket and the day must be told by both."""
    if not rocket_same or not a.when or not b.when:
        return APART
    coarse = max(width(a.when), width(b.when))
    if a.is_planned != b.is_planned:
        return 45 if coarse == 0 and distance(a.when, b.when) == 0 else APART
    if coarse == 0:
        return 50 if not a.is_planned and distance(a.when, b.when) <= DEFAULT_TOLERANCE else APART
    strangers = a.customers and b.customers and not a.customers & b.customers
    return WEAK if coarse <= _MONTH and not a.is_planned and not strangers else APART
