"""Made-up claims in the order in which news tells them: a larger archive is one that was read for longer.

Belongs here: the order, and how many events a day there are. Does not belong here: the events and how one article
tells of them (`benchmarks.resolve`).

`benchmarks.resolve.claims` spreads any number of events over the same 34 years: a million claims are then the same
weeks a hundred times denser than ten thousand are, with 3.5 launches a day instead of one in a month, and every new
claim is about an event that nobody told of before. News grows otherwise: next year's events come after this year's,
about as many a day, and most of today's articles tell of what yesterday's told. So here the events follow each other at
one pace, `EVENTS` a day (which makes a million claims the same 34 years, just as dense as there), and their claims come
in the order of the days on which they were published: plans months before the event, reports up to a month after it.
"""

import random
from collections.abc import Iterator
from datetime import timedelta
from heapq import heappop, heappush
from itertools import count, islice

from benchmarks.resolve import REPORTS, START, event, report
from sources.article import stable_hash
from transforms.claim import Claim
from transforms.resolve import SourcedClaim

#: So many a day are a million claims in the 12,500 days over which `benchmarks.resolve` spreads its events.
EVENTS = 10

#: No event is told of earlier before its day than this.
_FORESIGHT = timedelta(days=300)


def stream(seed: int = 1) -> Iterator[SourcedClaim]:
    """Claims without end, by the day of their article; the first are of a day on which the stream runs full."""
    rng = random.Random(seed)  # noqa: S311
    waiting: list[tuple[str, int, str, dict[str, object]]] = []
    told = count(1)
    first = START + _FORESIGHT
    for number in count(1):
        day = START + timedelta(days=number // EVENTS)
        kind, cells, _ = event(number + seed * 10_000_000, rng, day)
        for _ in range(rng.randrange(1, 2 * REPORTS)):
            said, published = report(cells, kind, day, rng)
            if published >= first.isoformat():
                heappush(waiting, (published, next(told), kind, said))
        while waiting and waiting[0][0] < (day - _FORESIGHT).isoformat():
            published, place, kind, said = heappop(waiting)
            yield _sourced(kind, said, published, place, seed, rng)


def _sourced(
    kind: str, said: dict[str, object], published: str, place: int, seed: int, rng: random.Random
) -> SourcedClaim:
    """The claim, of an article of its own."""
    article = f"art_{stable_hash('stream', str(seed), str(place))[:16]}"
    claim = Claim(kind, said, {}, "made-up", 0.9, ("text", 100))  # type: ignore[arg-type]
    source = f"source-{rng.randrange(200)}"
    return SourcedClaim(claim, f"clm_{article[4:]}", article, published, source, 1 + place % 4, source)


def archive(size: int, largest: int) -> Iterator[SourcedClaim]:
    """The last so many claims of the `largest` archive that is measured."""
    return islice(stream(), largest - size, largest)


def following(size: int, largest: int, after: int = 0) -> Iterator[SourcedClaim]:
    """So many claims that follow it, after so many others."""
    return islice(stream(), largest + after, largest + after + size)
