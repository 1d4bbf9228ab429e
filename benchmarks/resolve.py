"""Seconds and memory of resolution at a given number of made-up claims.

Belongs here: the generator of claims at scale and the measurement. Does not belong here: correctness (tests/unit).

    python -m benchmarks.resolve [CLAIMS]
"""

import json
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from sources.article import stable_hash
from transforms.claim import Claim
from transforms.resolve import SourcedClaim, resolve

PARTIES = [a + b + c for a in "ABCDEFGH" for b in "ABCDE" for c in "ABCDE"]
ROCKETS = ["Long March 2D", "Long March 3B", "Falcon 9", "Ariane 5", "PSLV", "Soyuz-2.1b", "H-IIA", "Proton-M", None]
SITES = ["Xichang", "Jiuquan", "Kourou", "Baikonur", "Cape Canaveral", None]
TYPES = ["mou", "contract", "agreement", "agreement", "framework", "joint_statement"]
UNDERTAKINGS = ["satellite_export", "joint_mission", "ground_station", "data_sharing"]
START = date(1990, 1, 1)
REPORTS, NEW = 8, 1_000


def event(number: int, rng: random.Random, day: date | None = None) -> tuple[str, dict[str, object], date]:
    """An event with all its cells, on that day or any: agreements and launches most, then undertakings and totals."""
    day = day or START + timedelta(days=rng.randrange(12_500))
    pair = tuple(sorted(rng.sample(PARTIES, 2 if rng.random() < 0.95 else 4)))
    iso, thing = day.isoformat(), f"{stable_hash('thing', str(number))[:5].upper()}Sat-{number % 97}"
    draw = rng.random()
    if draw < 0.35:
        about = thing if rng.random() < 0.7 else rng.choice(["satellite navigation", "lunar exploration", None])
        cells = {"parties": pair, "type": rng.choice(TYPES), "status": "signed", "signed": iso, "programme": about}
        return "agreement", cells, day
    if draw < 0.7:
        name = thing if rng.random() < 0.95 else "Starlink"
        cells = {"status": "success", "date": iso, "vehicle": rng.choice(ROCKETS), "site": rng.choice(SITES)}
        return "launch", cells | {"payloads": (name,), "customers": pair[:1]}, day
    if draw < 0.85:
        return "cooperation", {"type": rng.choice(UNDERTAKINGS), "parties": pair, "subject": thing}, day
    cells = {"metric": "launches", "value": number % 500, "of": pair[0], "subject": "Long March", "scope": "ordinal"}
    return "total", cells, day


def report(cells: dict[str, object], kind: str, day: date, rng: random.Random) -> tuple[dict[str, object], str]:
    """The event as one article tells it: dates cut short, cells left out, a plan before it happened."""
    told = dict(cells)
    published = day + timedelta(days=rng.randrange(30))
    field = {"agreement": "signed", "launch": "date"}.get(kind)
    if field and rng.random() < 0.15:
        told["status"], published = "planned", day - timedelta(days=rng.randrange(20, 300))
        told[field] = (day - timedelta(days=rng.randrange(20))).isoformat()[:7]
    elif field:
        told[field] = str(told[field])[: rng.choice((10, 10, 10, 7, 4))] if rng.random() < 0.95 else None
    for name in ("programme", "vehicle", "site"):
        if name in told and rng.random() < 0.2:
            told[name] = None
    return told, published.isoformat()


def claims(count: int, seed: int = 1) -> Iterator[SourcedClaim]:
    """So many claims, some eight of each event, each of an article of its own."""
    rng = random.Random(seed)  # noqa: S311
    made = number = 0
    while made < count:
        number += 1
        kind, cells, day = event(number + seed * 10_000_000, rng)
        for _ in range(min(rng.randrange(1, 2 * REPORTS), count - made)):
            told, published = report(cells, kind, day, rng)
            made += 1
            article = f"art_{stable_hash(str(seed), str(made))[:16]}"
            claim = Claim(kind, told, {}, "made-up", 0.9, ("text", 100))  # type: ignore[arg-type]
            source = f"source-{rng.randrange(200)}"
            yield SourcedClaim(claim, f"clm_{article[4:]}", article, published, source, 1 + made % 4, source)


def peak_mib() -> float:
    """Largest resident size of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(count: int) -> None:
    """Prints one JSON line: the cost of all claims at once (`benchmarks.increments`: of a thousand more)."""
    began = time.process_time()
    for _ in claims(count):
        pass
    making = time.process_time() - began
    began, clock = time.process_time(), time.perf_counter()
    facts = [len(fact.members) for fact in resolve(claims(count)).facts]
    spent, passed = time.process_time() - began - making, time.perf_counter() - clock - making
    peak = peak_mib()
    measured = {"claims": count, "facts": len(facts), "largest_fact": max(facts), "seconds": round(passed, 1)}
    print(json.dumps(measured | {"cpu_seconds": round(spent, 1), "peak_mib": round(peak)}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
