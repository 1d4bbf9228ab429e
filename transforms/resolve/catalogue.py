"""Which launch of a catalogue a launch of ours is.

Belongs here: what tells that two are the same, and giving each to the other once. Does not belong here: what follows
where they differ (`warehouse/sql/metrics/launch_mismatches.sql`), or making facts: a catalogue makes none.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from transforms import lexicons
from transforms.resolve.names import Name, Relation, craft, relate, site, sites_agree
from transforms.resolve.rockets import rocket, vehicles_agree

NEAR = 1  # days: lift-off in UTC and in local time, or told the day after
RENAMED = 31  # days: a day of the wrong week or month, with the payload named
FAR = 400  # days: a year that is wrong, with the payload named and nothing against it
TOLD_TWICE = 60  # score from which a launch that another fact has already was told as two

_MONTH = 31


@dataclass(frozen=True, slots=True)
class ToldLaunch:
    """A flown launch of ours.

    Attributes:
        first, last: days between which it flew.
        vehicle, site: names; None where not told.
        payloads: their names.
    """

    fact_id: str
    first: dt.date
    last: dt.date
    vehicle: str | None = None
    site: str | None = None
    payloads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedLaunch:
    """A flown launch of a catalogue; as `ToldLaunch`."""

    own_id: str
    first: dt.date
    last: dt.date
    vehicle: str | None = None
    site: str | None = None
    payloads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A launch of ours and the catalogue's.

    Attributes:
        is_match: False where the catalogue's launch belongs to another fact, `taken_by`.
        basis: what tells that they are the same.
        days_apart: days from the catalogue's to ours; 0 where one is not exact and holds the other.
        is_same_vehicle, is_same_site: None where one does not tell it, or it is not known what it means.
    """

    fact_id: str
    own_id: str
    is_match: bool
    taken_by: str | None
    basis: str
    days_apart: int
    is_same_vehicle: bool | None
    is_same_site: bool | None


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two that may be the same, and how much speaks for it."""

    score: int
    told: ToldLaunch
    listed: ListedLaunch
    basis: str
    days: int
    vehicle: bool | None
    site: bool | None

    def match(self, taken_by: str | None = None) -> Match:
        """The two as one, or as one whose launch another fact has."""
        told, listed = self.told.fact_id, self.listed.own_id
        return Match(told, listed, taken_by is None, taken_by, self.basis, self.days, self.vehicle, self.site)


def match(told: Iterable[ToldLaunch], listed: Sequence[ListedLaunch]) -> list[Match]:
    """The matches of our launches in a catalogue, by id; one to one, whatever the order of either.

    The pairs for which most speaks are made first, so that a launch with a weak claim does not take another's place.
    """
    index = _Index(listed)
    pairs = [pair for one in told for pair in index.pairs(one)]
    pairs.sort(key=lambda pair: (-pair.score, abs(pair.days), pair.told.fact_id, pair.listed.own_id))
    matched: dict[str, Match] = {}
    owner: dict[str, str] = {}
    for pair in pairs:
        if pair.told.fact_id not in matched and pair.listed.own_id not in owner:
            matched[pair.told.fact_id] = pair.match()
            owner[pair.listed.own_id] = pair.told.fact_id
    for pair in pairs:
        if pair.told.fact_id not in matched and pair.score >= TOLD_TWICE:
            matched[pair.told.fact_id] = pair.match(owner[pair.listed.own_id])
    return [matched[fact_id] for fact_id in sorted(matched)]


class _Index:
    """A catalogue's launches by day and by payload."""

    def __init__(self, listed: Iterable[ListedLaunch]) -> None:
        self._by_day: dict[int, list[ListedLaunch]] = defaultdict(list)
        self._by_payload: dict[str, list[ListedLaunch]] = defaultdict(list)
        for one in sorted(listed, key=lambda one: one.own_id):
            if (one.last - one.first).days <= _MONTH:
                for day in range(one.first.toordinal(), one.last.toordinal() + 1):
                    self._by_day[day].append(one)
            for key in {lexicons.key(name) for name in one.payloads}:
                self._by_payload[key].append(one)

    def pairs(self, told: ToldLaunch) -> Iterator[_Pair]:
        """All that may be the same as one of ours: where a spacecraft on board of it is, not what only looks alike."""
        related = [(_payload(told.payloads, one.payloads), one) for one in self._candidates(told).values()]
        is_placed = any(payload is Relation.SAME for payload, _ in related)
        for payload, listed in related:
            is_alike = payload in (Relation.SAME, Relation.SERIES)
            pair = _pair(told, listed, payload) if is_alike or not is_placed else None
            if pair is not None:
                yield pair

    def _candidates(self, told: ToldLaunch) -> dict[str, ListedLaunch]:
        found: dict[str, ListedLaunch] = {}
        if (told.last - told.first).days <= _MONTH:
            for day in range(told.first.toordinal() - NEAR, told.last.toordinal() + NEAR + 1):
                found.update((one.own_id, one) for one in self._by_day.get(day, ()))
        for name in told.payloads:
            if not craft(name).is_series:
                for key in _keys(name):
                    near = (one for one in self._by_payload.get(key, ()) if abs(_days(told, one)) <= FAR)
                    found.update((one.own_id, one) for one in near)
        return found


@cache
def _keys(payload: str) -> frozenset[str]:
    """The writings under which a catalogue may have a payload: as told, and by all names that are listed for it.

    Names of a catalogue are taken apart only where a launch is near enough to be compared: there are too many.
    """
    name = craft(payload)
    listed = _listed_names().get(name.id or "", ()) if name.core == (name.id,) else ()
    return frozenset({name.key, lexicons.key(payload), *listed})


@cache
def _listed_names() -> dict[str, tuple[str, ...]]:
    """The writings of all names of each listed craft."""
    return {row: tuple(lexicons.key(name.text) for name in names) for row, names in lexicons.named("spacecraft")}


def _pair(told: ToldLaunch, listed: ListedLaunch, payload: Relation) -> _Pair | None:
    days = _days(told, listed)
    vehicle, place = _same_vehicle(told.vehicle, listed.vehicle), _same_site(told.site, listed.site)
    is_exact = told.first == told.last
    score = _score(is_exact, abs(days), payload, vehicle, place)
    if score is None:
        return None
    score += 3 * (vehicle is True) + 2 * (place is True)
    signs = (
        ("payload" if payload is Relation.SAME else "series", payload in (Relation.SAME, Relation.SERIES)),
        ("rocket", vehicle is True),
        ("site", place is True),
        ("day" if is_exact else "time", abs(days) <= NEAR),
    )
    basis = ", ".join(sign for sign, is_given in signs if is_given)
    return _Pair(score, told, listed, basis, days, vehicle, place)


def _score(is_exact: bool, days: int, payload: Relation, vehicle: bool | None, place: bool | None) -> int | None:
    """How much speaks for two being the same; None for too little."""
    against = (vehicle is False) + (place is False)
    if payload is Relation.SAME:
        return _score_of_payload(is_exact, days, against)
    if not is_exact or days > NEAR or against == 2:
        return None
    if payload is Relation.SERIES:
        return 85 - 15 * against
    if against:
        return 40 if place and days == 0 and payload is Relation.NEUTRAL else None
    score = {(True, True): 65, (True, None): 60, (None, True): 50}.get((vehicle, place))
    if score is None or payload is Relation.NEUTRAL:
        return score
    return score - 10 if days == 0 or score == 65 else None


def _score_of_payload(is_exact: bool, days: int, against: int) -> int | None:
    if days <= NEAR:
        return (100 if is_exact else 80) - 10 * against
    if days <= RENAMED:
        return 70 - 15 * against if is_exact else None
    return 50 if is_exact and not against else None


def _days(told: ToldLaunch, listed: ListedLaunch) -> int:
    """Days from the catalogue's launch to ours; 0 where their times overlap."""
    if told.first > listed.last:
        return (told.first - listed.last).days
    return min((told.last - listed.first).days, 0)


def _payload(told: Iterable[str], listed: Iterable[str]) -> Relation:
    """How the payloads of two launches relate: the best of all pairs; neutral where one names none."""
    best: Relation | None = None
    for a in told:
        for b in listed:
            found = _related(a, b)
            if found is Relation.SAME:
                return found
            best = found if best is None else max(best, found)
    return Relation.NEUTRAL if best is None else best


@cache
def _related(a: str, b: str) -> Relation:
    """SAME for one craft, SERIES for one series; what is merely alike in words tells nothing."""
    one, other = craft(a), craft(b)
    found = relate(one, other)
    if found is Relation.SAME:
        return Relation.SERIES if one.is_series or other.is_series else Relation.SAME
    return found if found is Relation.SERIES else Relation.CONFLICT


@cache
def _same_vehicle(a: str | None, b: str | None) -> bool | None:
    """Whether two names mean one rocket; unknown where one of them is not listed."""
    one, other = (known_rocket(name) if name else None for name in (a, b))
    if one is None or other is None:
        return None
    if vehicles_agree(one, other):
        return True
    families = _family(one), _family(other)
    if None in families:
        return None
    return False if families[0] != families[1] or (one.id and other.id) else None


@cache
def known_rocket(text: str) -> Name:
    """A rocket by as much of its name as is listed: `Chang Zheng 3B/YZ-1`, `Atlas SLV-3 Agena D`; else by all of it."""
    whole = rocket(text)
    words = text.partition("/")[0].split()
    shorter = (rocket(" ".join(words[:end])) for end in range(len(words), 0, -1))
    return whole if whole.id else next((name for name in shorter if name.id), whole)


def _family(name: Name) -> str | None:
    """The family of a rocket that is listed."""
    return _families().get(name.id or "")


@cache
def _families() -> dict[str, str]:
    return {row.vehicle_id: row.vehicle_family or row.vehicle_name for row in lexicons.vehicles()}


@cache
def _same_site(a: str | None, b: str | None) -> bool | None:
    """Whether two names mean one launch centre; two centres side by side count as one."""
    one, other = (site(name) if name else None for name in (a, b))
    if one is None or other is None:
        return None
    found = sites_agree(one, other)
    return True if found is False and {one.id, other.id} <= _NEIGHBOURS else found


_NEIGHBOURS = frozenset({"cape-canaveral", "kennedy-space-center"})
