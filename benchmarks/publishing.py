"""What publishing costs after facts are resolved: seconds for the star, history, metrics and the swap, by table.

Belongs here: the measurement on made-up claims, of a first version and of the next one, after a thousand more claims.
Does not belong here: resolution (`benchmarks.increments`), checks and reads (`benchmarks.metrics`).

    python -m benchmarks.publishing [CLAIMS …]   (default: 100,000)
"""

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from benchmarks.increments import AT, RULES, measured, resolve_all, settle_sources, spent_by, tell
from benchmarks.resolve import NEW, claims
from transforms import lexicons
from warehouse import history, publish, quotes, resolution, store
from warehouse.build import building
from warehouse.carry import Standing
from warehouse.lexicon_rows import DimensionRows
from warehouse.metrics import build_table, create_macros, start_metrics
from warehouse.tables import CORE_TABLES, METRICS_TABLES

SHOWN = 8
BASIS = "benchmark"


def main(sizes: list[int]) -> None:
    """Measure each size in a home of its own; print the sums and the tables that take longest."""
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
    spent: dict[str, float] = {}

    def count(name: str, work: Callable[[], object]) -> None:
        spent[name] = spent.get(name, 0.0) + spent_by(work)

    began = time.perf_counter()
    begun = time.process_time()
    with building(build, path, rows, standing) as made:
        spent["begin"] = time.process_time() - begun
        for table in CORE_TABLES:
            count(table.qualified, partial(made.fill, table))
        published = (standing.path, standing.number) if standing else None
        count("history", lambda: history.write_next(made.con, past, at, BASIS, published=published))
        first = partial(start_metrics, made.con, number=number, refreshed_at=at, has_real_source=True)
        count("metrics, what several read", first)
        for table in METRICS_TABLES:
            count(table.qualified, partial(build_table, made.con, table))
        create_macros(made.con)
    version = publish.publish(build, home, number)
    passed, cpu = time.perf_counter() - began, time.process_time() - begun
    history.carry_forward(past, version.path, path, BASIS)
    with store.writing_store(path) as con:
        history.forget_changes(con, number, BASIS)
    parts = {schema: sum(s for name, s in spent.items() if name.startswith(schema)) for schema in ("core", "metrics")}
    print(f"{what}: {passed:.1f} s, CPU {cpu:.1f} s; star {parts['core']:.1f}, history {spent['history']:.1f}, "
          f"metrics {parts['metrics']:.1f}; {version.path.stat().st_size >> 20} MiB")  # fmt: skip
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1])[:SHOWN]:
        print(f"  {name:<36} {seconds:>6.2f} CPU s", flush=True)
    return Standing(version.path, number, BASIS)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100_000])
