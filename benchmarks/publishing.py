"""What publishing costs after facts are resolved: seconds for the star, history, metrics and the swap, by table.

Belongs here: the measurement on made-up claims. Does not belong here: resolution (`benchmarks.increments`), checks and
reads (`benchmarks.metrics`).

    python -m benchmarks.publishing [CLAIMS …]   (default: 100,000)
"""

import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.increments import AT, resolve_all, tell, timed
from benchmarks.resolve import claims
from transforms import lexicons
from warehouse import history, publish, store
from warehouse.build import building
from warehouse.lexicon_rows import DimensionRows
from warehouse.metrics import build_table, create_macros, start_metrics
from warehouse.tables import CORE_TABLES, METRICS_TABLES

SHOWN = 8


def main(sizes: list[int]) -> None:
    """Measure each size in a home of its own; print the sums and the tables that take longest."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="spacepact-bench-") as folder:
            _one_size(Path(folder), size)


def _one_size(home: Path, size: int) -> None:
    path, build, past = (home / "state" / name for name in ("store.duckdb", "build.duckdb", "history.duckdb"))
    with store.writing_store(path) as con:
        tell(con, claims(size), quoted=True)
        resolve_all(con)
    history.prepare(past)
    rows = DimensionRows(**{name: getattr(lexicons, name)() for name in DimensionRows.__dataclass_fields__})
    seconds: dict[str, float] = {}
    with building(build, path, rows) as made:
        for table in CORE_TABLES:
            seconds[table.qualified] = timed(partial(made.fill, table))
        seconds["history"] = timed(lambda: history.write_next(made.con, past, AT, "benchmark"))
        start_metrics(made.con, number=1, refreshed_at=AT, has_real_source=True)
        for table in METRICS_TABLES:
            seconds[table.qualified] = timed(partial(build_table, made.con, table))
        create_macros(made.con)
    seconds["swap"] = timed(lambda: publish.publish(build, home, 1))
    parts = {schema: sum(s for name, s in seconds.items() if name.startswith(schema)) for schema in ("core", "metrics")}
    print(f"{size:,} claims: {sum(seconds.values()):.1f} s in all; star {parts['core']:.1f}, "
          f"history {seconds['history']:.1f}, metrics {parts['metrics']:.1f}, swap {seconds['swap']:.1f}")  # fmt: skip
    for name, spent in sorted(seconds.items(), key=lambda item: -item[1])[:SHOWN]:
        print(f"  {name:<36} {spent:>6.2f} s", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100_000])
