"""What publishing costs after facts are resolved: seconds for the star, history, metrics and the swap.

Belongs here: the measurement on made-up claims, of a first version and of the next one, after a thousand more claims.
Does not belong here: resolution (`benchmarks.increments`), reads (`benchmarks.reads`), checks (`benchmarks.metrics`).

    python -m benchmarks.publishing [CLAIMS …]   (default: 100,000)
"""

import datetime as dt
import sys
import tempfile
import time
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pandas as pd  # noqa: F401 - a refresh has read articles with it, long before it publishes

from benchmarks import reads
from benchmarks.increments import AT, RULES, Spent, measured, resolve_all, settle_sources, tell
from benchmarks.resolve import NEW, claims
from transforms import lexicons
from warehouse import history, publish, quotes, resolution, store
from warehouse.build import building, fill_core
from warehouse.carry import Standing
from warehouse.lexicon_rows import DimensionRows
from warehouse.metrics import build_metrics, create_macros

BASIS = "benchmark"


def main(sizes: list[int]) -> None:
    """Measure each size in a home of its own."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="spacepact-bench-") as folder:
            _one_size(Path(folder), size)


def _one_size(home: Path, size: int) -> None:
    path, past = home / "state" / "store.duckdb", home / "state" / "history.duckdb"
    making = get_context("spawn").Process(target=_resolve, args=(path, size))  # its memory is not to be measured
    making.start()
    making.join()
    history.prepare(past)
    _keep_quotes(path, f"{size:,} claims")
    standing = _publish(home, f"{size:,} claims, the first version", None)
    with store.writing_store(path) as con:
        tell(con, claims(NEW, seed=2), quoted=True)
        settle_sources(con)
        resolution.update_facts(con, RULES, AT)
    _keep_quotes(path, f"{NEW:,} claims more")
    _publish(home, f"{NEW:,} claims more, the next version", standing)


def _resolve(path: Path, size: int) -> None:
    with store.writing_store(path) as con:
        tell(con, claims(size), quoted=True)
        resolve_all(con)


def _keep_quotes(path: Path, what: str) -> None:
    """What a refresh does once all is extracted."""
    print(f"{what}, their quotes: {measured(lambda: quotes.settle(path))} s")


def _publish(home: Path, what: str, standing: Standing | None) -> Standing:
    """Make, publish and carry forward a version; prints what that cost."""
    path, build, past = (home / "state" / name for name in ("store.duckdb", "build.duckdb", "history.duckdb"))
    rows = DimensionRows(**{name: getattr(lexicons, name)() for name in DimensionRows.__dataclass_fields__})
    number = publish.next_number(home)
    at = AT + dt.timedelta(days=number)
    spent: dict[str, Spent] = {}
    began = time.perf_counter()
    begun = time.process_time()
    with building(build, path, rows, standing) as made:
        spent["star"] = measured(lambda: fill_core(made))
        published = (standing.path, standing.number) if standing else None
        spent["history"] = measured(lambda: history.write_next(made.con, past, at, BASIS, published=published))
        metrics = partial(build_metrics, made.con, number=number, refreshed_at=at, has_real_source=True)
        spent["metrics"] = measured(metrics)
        create_macros(made.con)
    version = publish.publish(build, home, number)
    passed, cpu = time.perf_counter() - began, time.process_time() - begun
    history.carry_forward(past, version.path, path, BASIS)
    with store.writing_store(path) as con:
        history.forget_changes(con, number, BASIS)
    parts = ", ".join(f"{name} {cost}" for name, cost in spent.items())
    print(f"{what}: {Spent(passed, cpu)} s; {parts}; {version.path.stat().st_size >> 20} MiB", flush=True)
    reads.report(version.path)
    return Standing(version.path, number, BASIS)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100_000])
