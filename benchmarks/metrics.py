"""What metrics and checks cost on many facts: seconds to build each table, to check, and to read the slowest of them.

Run: python -m benchmarks.metrics [FACTS …] (default: 20,000 and 200,000, as many as a million claims leave).
"""

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import duckdb

from benchmarks import reads
from tests.fixtures.reports import fill_reports
from warehouse.build import row_count
from warehouse.checks import all_checks, run
from warehouse.history import KEPT, fill_next
from warehouse.metrics import build_table, create_macros, start_metrics
from warehouse.tables import CORE_TABLES, HISTORY_TABLES, METRICS_TABLES, STORE_TABLES

REFRESHED_AT = dt.datetime(2025, 1, 1)  # noqa: DTZ001 - UTC without zone, as the warehouse keeps it


def main(sizes: list[int]) -> None:
    """Measure each size in a file of its own."""
    for facts in sizes:
        with tempfile.TemporaryDirectory(prefix="spacepact-bench-") as folder:
            _one_size(Path(folder) / "warehouse.duckdb", facts)


def _one_size(path: Path, facts: int) -> None:
    with duckdb.connect(path) as con:
        _fill(con, facts)
        print(f"{facts:,} facts")
        start_metrics(con, number=1, refreshed_at=REFRESHED_AT, has_real_source=True)
        for table in METRICS_TABLES:
            seconds, _ = _timed(partial(build_table, con, table))
            rows = row_count(con, table)
            print(f"  build {table.name:<28} {rows:>9,} rows {seconds:>8.3f} s")
        create_macros(con)
        con.execute("checkpoint")
        seconds, _ = _timed(lambda: [run(con, check) for check in all_checks()])
        print(f"  {len(all_checks())} checks {seconds:>41.3f} s")
    reads.report(path)


def _fill(con: duckdb.DuckDBPyConnection, facts: int) -> None:
    con.execute("attach ':memory:' as store; create schema core")
    con.execute("attach ':memory:' as past")
    for table in KEPT:
        con.execute(next(table.ddl()).replace("CREATE TABLE main.", "CREATE TABLE past.main."))
    for table in (*CORE_TABLES, *HISTORY_TABLES):
        con.execute(next(table.ddl()))
    for table in STORE_TABLES:
        con.execute(next(table.ddl()).replace("CREATE TABLE main.", "CREATE TABLE store.main."))
    script = Path(__file__).with_name("synthetic_facts.sql").read_text(encoding="utf-8")
    for part in con.extract_statements(script):
        con.execute(part, {"facts": facts} if "$facts" in part.query else None)
    fill_reports(con)
    fill_next(con, REFRESHED_AT, "benchmark")
    con.execute("checkpoint")


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [20_000, 200_000])
