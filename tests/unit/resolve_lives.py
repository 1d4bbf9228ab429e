"""A made-up world of what is told in parts: lives of agreements, shorter reports, passengers of a flight, wrong days.

Belongs here: the events and their tellings, with what is known of which belong together. Does not belong here: the
plainer world (`resolve_world`), or the measure (`test_resolve_lives`).
"""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from tests.unit.resolve_claims import sourced
from transforms.claim import Kind
from transforms.resolve import SourcedClaim

OBJECTS = (("Heron", "HERON programme"), ("lunar research station", "Lunar Research Station"), (None, None))
WORDS = (("mou", "framework", "agreement"), ("contract", "agreement"), ("joint_statement", "agreement"))


class Telling(NamedTuple):
    """A claim and the event that it tells of; `is_open` where another event could be meant."""

    event: str
    claim: SourcedClaim
    is_open: bool = False


class Teller:
    """Makes claims, each of an article of its own, the names of which are in no order."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311
        self._used = 0

    def tell(self, kind: Kind, event: str, published: date | None, is_open: bool = False, **cells: Any) -> Telling:
        self._used += 1
        article = f"a{self.rng.randrange(1000):03}x{self._used}"
        told = None if published is None else published.isoformat()
        return Telling(event, sourced(kind, article, published=told, **cells), is_open)

    def some(self, *ways: Callable[[], Telling]) -> Iterator[Telling]:
        """Each way once or twice, but for some that nobody tells."""
        for way in ways:
            for _ in range(self.rng.choice((0, 1, 1, 2))):
                yield way()


def world(seed: int, events: int = 60) -> list[Telling]:
    """Tellings of so many events of each kind, in random order."""
    teller = Teller(seed)
    kinds = (life, two_lives, many_signatories, two_kinds, shared_flight)
    told = [telling for number in range(events) for make in kinds for telling in make(teller, number)]
    teller.rng.shuffle(told)
    return told


def life(teller: Teller, number: int) -> Iterator[Telling]:
    """The only agreement of two: planned, signed, ended; its object told by all who tell it, or by none."""
    rng, day = teller.rng, date(2008, 1, 8) + timedelta(days=number * 61)
    end, event, names = day + timedelta(days=rng.randint(400, 2000)), f"life{number}", rng.choice(OBJECTS)
    kind = rng.choice(WORDS)

    def tell(status: str, when: date, before: int, *dates: str | None) -> Telling:
        published = when + timedelta(days=-rng.randint(3, before) if before else rng.randint(0, 2))
        return teller.tell("agreement", event, published, parties=(f"L{number}A", f"L{number}B"), type=rng.choice(kind),
                           status=status, signed=rng.choice(dates), programme=rng.choice(names))  # fmt: skip

    plan = lambda: tell("planned", day, 40, day.isoformat(), day.isoformat()[:7], None)  # noqa: E731
    done = lambda: tell("signed", day, 0, day.isoformat(), day.isoformat(), day.isoformat()[:7])  # noqa: E731
    over = lambda: tell("ended", end, 0, end.isoformat(), end.isoformat(), None)  # noqa: E731
    yield done()
    yield from teller.some(plan, done, over)


def two_lives(teller: Teller, number: int) -> Iterator[Telling]:
    """Two agreements of two, without an object, years apart; an end can be of either."""
    rng, first = teller.rng, date(2006, 5, 5) + timedelta(days=number * 37)
    for turn, day in enumerate((first, first + timedelta(days=1500))):
        event, parties = f"two{number}-{turn}", (f"T{number}A", f"T{number}B")
        told: dict[str, Any] = {"parties": parties, "type": "mou", "programme": None}
        yield teller.tell("agreement", event, day, status="signed", signed=day.isoformat(), **told)
        if rng.random() < 0.6:
            signed = rng.choice((None, day.isoformat()[:7]))
            ahead = day - timedelta(days=rng.randint(3, 40))
            yield teller.tell("agreement", event, ahead, status="planned", signed=signed, **told)
    if rng.random() < 0.5:
        late = first + timedelta(days=3000)
        yield teller.tell("agreement", f"two{number}-0", late, True, status="ended", signed=late.isoformat(), **told)


def many_signatories(teller: Teller, number: int) -> Iterator[Telling]:
    """One document of several, of which some reports name a part."""
    rng, day = teller.rng, date(2011, 3, 3) + timedelta(days=number * 23)
    codes = [f"M{number}{letter}" for letter in "ABCDE"[: rng.randint(3, 5)]]
    named, shift = rng.choice((None, "Plover constellation")), rng.choice((-1, 1))
    for parties in [codes, *(rng.sample(codes, rng.randint(2, len(codes) - 1)) for _ in range(rng.randint(0, 4)))]:
        told = day if parties is codes else day + timedelta(days=rng.choice((0, 0, 0, shift)))
        about = named if parties is codes else rng.choice((None, named))
        yield teller.tell("agreement", f"many{number}", day, parties=tuple(sorted(parties)), type="agreement",
                          status="signed", signed=told.isoformat(), programme=about)  # fmt: skip


def two_kinds(teller: Teller, number: int) -> Iterator[Telling]:
    """A contract and a document of another kind, signed by the same two on one day; a vague word can mean either."""
    rng, day = teller.rng, date(2010, 7, 7) + timedelta(days=number * 29)
    for kind in ("contract", rng.choice(("mou", "framework", "joint_statement", "letter_of_intent"))):
        for _ in range(rng.randint(1, 3)):
            vague = rng.random() < 0.2
            about, published = rng.choice((None, "Curlew")), day + timedelta(days=rng.randint(0, 3))
            yield teller.tell("agreement", f"kinds{number}-{kind}", published, vague,
                              parties=(f"K{number}A", f"K{number}B"), type="agreement" if vague else kind,
                              status="signed", signed=day.isoformat(), programme=about)  # fmt: skip


def shared_flight(teller: Teller, number: int) -> Iterator[Telling]:
    """A flight for several owners, told as a whole and by those who have one payload on board."""
    rng, day = teller.rng, date(2014, 2, 2) + timedelta(days=number * 19)
    owners = [f"F{letter}" for letter in "ABCDEF"[: rng.randint(3, 6)]]
    event = f"flight{number}"
    told: dict[str, Any] = {
        "status": "success",
        "payloads": (f"Swift-{number}", f"Robin {number}"),
        "customers": tuple(owners),
    }
    yield teller.tell("launch", event, day, date=day.isoformat(), vehicle="PSLV-C37", site="Sriharikota", **told)
    for owner in rng.sample(owners, rng.randint(0, 2)):
        when = day + timedelta(days=rng.choice((0, 0, 1)))
        yield teller.tell("launch", event, when, date=when.isoformat(), vehicle=rng.choice(("PSLV", "PSLV-C37")),
                          site=rng.choice((None, "Sriharikota")), payloads=(f"Wren{owner}-{number}",),
                          customers=(owner,), status="success")  # fmt: skip
    if rng.random() < 0.2:  # a wrong day: another fact, until somebody looks
        wrong = day + timedelta(days=rng.choice((4, 9, 31)))
        yield teller.tell("launch", f"{event}-wrong", wrong, date=wrong.isoformat(), vehicle="PSLV-C37", site=None,
                          **told)  # fmt: skip
