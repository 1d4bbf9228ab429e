"""A made-up world whose events are known, told by articles in other words: what resolution should put together.

Belongs here: events, and the ways in which reports of one event differ (order, wording, partial dates, missing cells,
plans and delays). Does not belong here: the measure (test_resolve_quality).
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from tests.unit.resolve_claims import sourced
from transforms.claim import Kind
from transforms.resolve import SourcedClaim

CODES = ("ARG", "BRA", "CHN", "DZA", "EGY", "FRA", "IND", "JPN", "NGA", "PAK", "RUS", "USA")
OBJECTS = (
    ("lunar research station", "Lunar Research Station"), ("satellite navigation", "navigation by satellite"),
    ("Kestrel-2", "KESTREL 2"), ("Kestrel-3", "Kestrel 3 satellite"), ("remote sensing data", "remote-sensing data"),
    ("Heron", "Heron programme"), ("crew training", "training of crews"), ("tracking station", "tracking stations"),
)  # fmt: skip
ROCKETS = (
    ("Long March 3B", "Long March-3B/E", "CZ-3B", "Long March"),
    ("Falcon 9", "Falcon-9"),
    ("PSLV-C51", "PSLV"),
)
SITES = (
    ("Xichang", "Xichang Satellite Launch Center"),
    ("Cape Canaveral", "Cape Canaveral"),
    ("Sriharikota",),
)
KINDS = (("mou", "agreement", "framework"), ("contract", "agreement", "agreement"), ("joint_statement", "agreement"))


class Telling(NamedTuple):
    """A claim and the event that it tells of; `is_open` where too little is told to say which."""

    event: str
    claim: SourcedClaim
    is_open: bool


def world(seed: int, events: int = 120) -> list[Telling]:
    """Tellings of some events of each kind, in random order."""
    rng = random.Random(seed)  # noqa: S311
    told = [
        telling
        for number in range(events)
        for make in (_agreement, _launch, _series, _second_try, _cooperation)
        for telling in make(number, rng)
    ]
    rng.shuffle(told)
    return told


def _pair(number: int) -> tuple[str, ...]:
    first, second = number % len(CODES), (number // len(CODES) + number + 1) % len(CODES)
    return tuple(sorted({CODES[first], CODES[second if second != first else first - 1]}))


def _telling(kind: Kind, number: int, index: int, published: date, is_open: bool = False, **cells: Any) -> Telling:
    article = f"{kind[:2]}{number:04}{index:02}"
    return Telling(f"{kind}{number}", sourced(kind, article, published=published.isoformat(), **cells), is_open)


def _cut(day: date, rng: random.Random) -> str | None:
    """The day as told: whole, near it, to the month or the year, or not at all."""
    return rng.choice([day.isoformat()] * 5 + [day.isoformat()[:7]] * 2 + [day.isoformat()[:4], None])


def _agreement(number: int, rng: random.Random) -> Iterator[Telling]:
    """Of one pair several, on other things or in other years; some planned first, some told without date or object."""
    day = date(2010 + number % 7 * 2, 1 + number * 5 % 12, 1 + number * 7 % 28)
    about, parties, kind = OBJECTS[number * 3 % len(OBJECTS)], _pair(number), rng.choice(KINDS)
    for index in range(rng.randint(1, 6)):
        signed, published = _cut(day, rng), day + timedelta(days=rng.choice([0, 1, 2, 5, 200]))
        status, named = "signed", rng.choice([*about, *about, None])
        if rng.random() < 0.15:
            published, status = day - timedelta(days=rng.randint(3, 40)), "planned"
            signed, named = rng.choice([day.isoformat(), day.isoformat()[:7]]), about[0]
        is_open = named is None and (signed is None or len(signed) < 10) or signed is None
        yield _telling("agreement", number, index, published, is_open, parties=parties, type=rng.choice(kind),
                       status=status, signed=signed, programme=named)  # fmt: skip


def _launch(number: int, rng: random.Random) -> Iterator[Telling]:
    """Of one craft; planned, delayed, flown; the day by local or universal time; rocket and site told or not."""
    day = date(2012, 1, 5) + timedelta(days=number * 29)
    rocket, place = ROCKETS[number % 3], SITES[number % 3]
    names = (f"Kestrel-{number + 10}", f"KESTREL {number + 10}", f"Kestrel {number + 10}")
    for index in range(rng.randint(1, 6)):
        published, status, when = day + timedelta(days=rng.choice([0, 1, 2, 400])), "success", _cut(day, rng)
        if when and len(when) == 10 and rng.random() < 0.2:
            when = (day + timedelta(days=1)).isoformat()
        if rng.random() < 0.3:
            published, status = day - timedelta(days=rng.randint(20, 700)), "planned"
            when = rng.choice([(day - timedelta(days=rng.randint(0, 15))).isoformat()[:7], None])
        elif rng.random() < 0.1:
            status = "failure"
        yield _telling("launch", number, index, published, status=status, date=when, payloads=(rng.choice(names),),
                       vehicle=rng.choice([*rocket, None]), site=rng.choice([*place, None]),
                       customers=rng.choice([(), (CODES[number % 12],)]))  # fmt: skip


def _series(number: int, rng: random.Random) -> Iterator[Telling]:
    """Of one flight of a series, a week after the one before; which flight a month means is open."""
    day = date(2020, 1, 7) + timedelta(days=number * 7)
    for index in range(rng.randint(1, 4)):
        when = rng.choice([day, day, day + timedelta(days=1)]).isoformat()
        when = when[:7] if rng.random() < 0.2 else when
        published = day + timedelta(days=rng.choice([0, 1, 2]))
        yield _telling("launch", 1000 + number, index, published, len(when) < 10, status="success", date=when,
                       vehicle=rng.choice(["Falcon 9", "Falcon-9", None]), site=None, payloads=("Starlink",),
                       customers=("USA",))  # fmt: skip


def _second_try(number: int, rng: random.Random) -> Iterator[Telling]:
    """Of a craft that was lost in a first flight or, with the same name, flew in a second; each a launch."""
    is_first = number % 2 == 0
    day = date(2005, 3, 1) + timedelta(days=number // 2 * 40 + (0 if is_first else 150))
    for index in range(rng.randint(1, 3)):
        when = rng.choice([day.isoformat(), day.isoformat(), day.isoformat()[:7]])
        yield _telling("launch", 2000 + number, index, day + timedelta(days=index), date=when, site=None,
                       status="failure" if is_first else "success", payloads=(f"Curlew-{number // 2}",),
                       vehicle=rng.choice(ROCKETS[number // 2 % 3]), customers=())  # fmt: skip


def _cooperation(number: int, rng: random.Random) -> Iterator[Telling]:
    """Of one craft, named in several ways; or a general statement, which is not the same as a named undertaking."""
    parties, kind = _pair(number), rng.choice(["satellite_export", "joint_mission"])
    names = (f"Plover-{number}", f"PLOVER {number}", f"Plover-{number} satellite")
    for index in range(rng.randint(1, 4)):
        published = date(2015, 1, 1) + timedelta(days=rng.randrange(3000))
        words = "constellation" if kind == "joint_mission" and rng.random() < 0.3 else kind
        yield _telling("cooperation", number, index, published, type=words, parties=parties, subject=rng.choice(names))
