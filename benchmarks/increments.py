"""What a thousand new claims cost, resolved and historised: the same claims on top of a small and of a large store.

Belongs here: a store and a history filled with made-up claims, and the stages that a refresh spends on claims. Does not
belong here: the claims (`benchmarks.stream`, `benchmarks.resolve`), publishing (`benchmarks.publishing`).

    python -m benchmarks.increments [--scattered] [CLAIMS …]   (default: 10,000 and 1,000,000)

They are added twice: first in a process of its own, as a refresh is, which loads the lexicons for it; then once more
in the same process, which has them.

A larger archive is the same news read for longer (`benchmarks.stream`), and the new claims are the next in it. With
--scattered all archives hold events of the same 34 years in no order, the largest a hundred times as many in each week
as the smallest, and the new claims tell of other events, anywhere in those years.
"""

import datetime as dt
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.process import Peak
from benchmarks.resolve import NEW, claims
from benchmarks.stream import archive, following
from sources import similarity
from transforms import lexicons
from transforms.resolve import SourcedClaim, no_cycle_search, redo, resolve
from warehouse import changed_facts, copies, history, resolution, resolved, store
from warehouse.build import building, fill_core
from warehouse.connect import Connection, attach, discard, insert, scalar
from warehouse.lexicon_rows import DimensionRows
from warehouse.resolution import Rules

AT = dt.datetime(2025, 1, 1)  # noqa: DTZ001 - UTC without zone, as the warehouse keeps it
RULES = Rules(resolve, redo, "benchmark")
BATCH = 50_000
ADDED = ("in a process of its own", "in the same process")


class Spent(NamedTuple):
    """What work took: seconds on the clock, and processor seconds over all threads, which a busy machine distorts less.

    Reading a large table takes two processors the same processor seconds as one, and half of the time.
    """

    seconds: float
    cpu: float

    def and_then(self, other: "Spent") -> "Spent":
        """Both together."""
        return Spent(self.seconds + other.seconds, self.cpu + other.cpu)

    def __str__(self) -> str:
        return f"{self.seconds:.2f} ({self.cpu:.2f})"


def main(sizes: list[int], *, is_scattered: bool = False) -> None:
    """Measure each size in a home of its own and print one line each."""
    largest = 0 if is_scattered else max(sizes)
    print(f"{'claims':>10} {'facts':>8} {'full s':>7} {'CPU s':>6} {'MiB':>6} {'star s':>7} {'first s':>8}")
    print(f"{'seconds (CPU)':>44} {'settle':>13} {'resolve':>13} {'history':>13} {'in all':>13}")
    firsts: list[Spent] = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="spacepact-bench-") as folder:
            spent = _one_size(Path(folder), size, largest)
            firsts = firsts or spent
            for name, now, first in zip(ADDED, spent, firsts, strict=True):
                print(f"{'':>10} {name}: {now.seconds / first.seconds:.2f} times the seconds of the first size, "
                      f"{now.cpu / first.cpu:.2f} times its CPU seconds")  # fmt: skip


def _one_size(folder: Path, size: int, largest: int) -> list[Spent]:
    path, past, build = folder / "store.duckdb", folder / "history.duckdb", folder / "build.duckdb"
    history.prepare(past)
    with _process() as process:  # its memory is not to be measured
        process.submit(_tell, path, size, largest).result()
    with store.writing_store(path) as con, Peak() as peak:
        resolve_seconds, resolve_spent = timed(lambda: resolve_all(con)), peak.spent()
        facts = sum(resolved.fact_counts(con))
    star, begun = _historise(path, past, build, AT)
    print(f"{size:>10,} {facts:>8,} {resolve_seconds:>7.1f} {resolve_spent:>6.1f} {peak.mib:>6.0f} "
          f"{star:>7.1f} {begun.seconds:>8.2f}", flush=True)  # fmt: skip
    spent = []
    with _process() as process:
        for turn, name in enumerate(ADDED):
            settle, more, added = process.submit(_add, path, past, build, largest, turn).result()
            spent.append(settle.and_then(more).and_then(added))
            print(f"{'+1,000, ' + name:>44} {settle!s:>13} {more!s:>13} {added!s:>13} {spent[-1]!s:>13}", flush=True)
    return spent


def _process() -> ProcessPoolExecutor:
    """Another process, which has loaded nothing yet."""
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def _add(path: Path, past: Path, build: Path, largest: int, turn: int) -> tuple[Spent, Spent, Spent]:
    """Add a thousand claims; returns what settling their sources, resolving and historising them takes."""
    with store.writing_store(path) as con:
        tell(con, following(NEW, largest, turn * NEW) if largest else claims(NEW, seed=2 + turn))
        con.execute("checkpoint")
    with store.writing_store(path) as con:
        settle = measured(lambda: settle_sources(con))
        more = measured(lambda: resolution.update_facts(con, RULES, AT))
    _, added = _historise(path, past, build, AT + dt.timedelta(days=1 + turn))
    return settle, more, added


def _tell(path: Path, size: int, largest: int) -> None:
    with store.writing_store(path) as con:
        tell(con, archive(size, largest) if largest else claims(size))


def resolve_all(con: Connection) -> None:
    """Settle the sources and make all facts."""
    settle_sources(con, is_full=True)
    with no_cycle_search():
        resolution.update_facts(con, RULES, AT, is_full=True)


def settle_sources(con: Connection, *, is_full: bool = False) -> None:
    """As a refresh does it."""
    copies.settle_stories(con, lambda pairs: similarity.clusters(similarity.Copies(*pair) for pair in pairs))
    tiers = {outlet.source_id: int(outlet.source_tier) for outlet in lexicons.outlets()}
    resolved.settle_sources(con, lambda name: lexicons.lookup("outlets", name), tiers, is_full=is_full)


def _historise(path: Path, past: Path, build: Path, at: dt.datetime) -> tuple[float, Spent]:
    """Fills the star, then the history; returns what each takes. The build is carried forward as if published."""
    rows = DimensionRows(**{name: getattr(lexicons, name)() for name in DimensionRows.__dataclass_fields__})
    with building(build, path, rows) as made:
        star = timed(lambda: fill_core(made))
        attach(made.con, past, "past")
        spent = measured(lambda: changed_facts.find_changes(made.con, "benchmark"))
        made.con.execute("detach past")
        history.write_next(made.con, past, at, "benchmark")  # copying what was held is part of publishing
    carried = measured(lambda: history.carry_forward(past, build, path, "benchmark"))
    with store.writing_store(path) as con:
        forgotten = measured(lambda: history.forget_changes(con))
    discard(build)
    return star, spent.and_then(carried).and_then(forgotten)


def tell(con: Connection, made: Iterable[SourcedClaim], *, quoted: bool = False) -> None:
    """Put claims into the store as reading and extraction would, each with an article of its own.

    Args:
        con: the store.
        made: the claims.
        quoted: with a quote for each cell, where the evidence matters.
    """
    remaining: Iterator[SourcedClaim] = iter(made)
    last = int(scalar(con, "select coalesce(max(sequence), 0) from article_versions"))
    seen_at = AT + dt.timedelta(hours=last > 0)
    while batch := list(islice(remaining, BATCH)):
        insert(con, "article_versions", _VERSION, [_version(one, last + n, seen_at) for n, one in enumerate(batch, 1)])
        unsettled = [(one.article_id, last + number) for number, one in enumerate(batch, 1)]
        insert(con, "unsettled_articles", ("article_id", "sequence"), unsettled)
        last += len(batch)
        insert(con, "claims", _CLAIM, [_claim(one) for one in batch])
        insert(con, "extractions", _EXTRACTION, [(one.article_id, one.claim_id, "r", 1, AT) for one in batch])
        insert(con, "claim_cells", _CELL, [row for one in batch for row in _cells(one)] if quoted else [])


_VERSION = ("article_id", "content_hash", "text_hash", "title", "text", "published", "source", "language", "origin",
            "locator", "is_date_doubtful", "first_seen_at", "sequence", "is_current", "is_withdrawn")  # fmt: skip
_CLAIM = ("claim_id", "article_id", "content_hash", "kind", "anchor_part", "anchor_start", "rule", "rules_version",
          "confidence", "cells")  # fmt: skip
_EXTRACTION = ("article_id", "content_hash", "rules_version", "claim_count", "extracted_at")
_CELL = ("claim_id", "content_hash", "column_name", "element", "claimed_value", "text_part", "char_start", "char_end",
         "quote", "sentence", "is_inferred")  # fmt: skip


def _version(one: SourcedClaim, sequence: int, seen_at: dt.datetime) -> tuple[object, ...]:
    return (one.article_id, one.claim_id, one.claim_id, "A story", "Some text.", one.published, one.source_id, "en",
            "inbox", one.article_id, False, seen_at, sequence, True, False)  # fmt: skip


def _claim(one: SourcedClaim) -> tuple[object, ...]:
    cells = json.dumps(dict(one.claim.cells), sort_keys=True)
    return (one.claim_id, one.article_id, one.claim_id, one.claim.kind, "text", 100, "made-up", "r", 0.9, cells)


#: What made-up sentences are made of.
_TEXT = (
    "the two sides agreed to launch a satellite with its orbit station ministry agency signed protocol on moon rocket "
    "cooperation framework Tuesday in Geneva after talks about data exchange and joint research for their programme"
)
_WORDS = _TEXT.split()


def _cells(one: SourcedClaim) -> Iterator[tuple[object, ...]]:
    """A quote of some words for each cell, from a sentence that no other claim has."""
    rng = Random(one.claim_id)  # noqa: S311 - made-up words
    words = rng.choices(_WORDS, k=24)
    sentence = f"{' '.join(words)}."
    for name, value in one.claim.cells.items():
        members = value if isinstance(value, tuple) else (value,)
        for member in members:
            if member is None:
                continue
            element = str(member) if isinstance(value, tuple) else ""
            first = rng.randrange(20)
            quote = " ".join(words[first : first + rng.randrange(1, 5)])
            start = sentence.index(quote)
            place = ("text", start, start + len(quote))
            yield (one.claim_id, one.claim_id, name, element, str(member), *place, quote, sentence, False)


def timed(work: Callable[[], object]) -> float:
    """Seconds that work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def measured(work: Callable[[], object]) -> Spent:
    """Seconds and processor seconds of work."""
    begun = time.process_time()
    return Spent(timed(work), time.process_time() - begun)


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--scattered"]
    main([int(size) for size in arguments] or [10_000, 1_000_000], is_scattered=len(arguments) < len(sys.argv) - 1)
