"""What readers wait for: every query of the README, every metrics table whole, the macros, the words behind facts.

Belongs here: reads of a version as it is published, until the last row of the answer is there; a client's own time to
take the rows over is not counted. Does not belong here: making such a version (`benchmarks.publishing`).

    python -m benchmarks.reads FILE …
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.fixtures.readme import queries
from warehouse.connect import Connection, reading, scalar
from warehouse.schema import literal
from warehouse.tables import METRICS_TABLES

_SLOWEST = 6
_TIMES = 3


def main(paths: list[Path]) -> None:
    """Measure each file."""
    for path in paths:
        report(path)


def report(path: Path) -> None:
    """Print the slowest reads of a published version, and of how many; of each the quickest of three."""
    with reading(path) as con:
        took = sorted(((_milliseconds(con, query), name) for name, query in _queries(con)), reverse=True)
    slowest = ", ".join(f"{name} {milliseconds:.0f} ms" for milliseconds, name in took[:_SLOWEST])
    print(f"  {len(took)} reads; the slowest: {slowest}", flush=True)


def _milliseconds(con: Connection, query: str) -> float:
    times = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        con.sql(query).execute()
        times.append(time.perf_counter() - began)
    return min(times) * 1000


def _queries(con: Connection) -> Iterator[tuple[str, str]]:
    """What is read, and the query as a reader would write it, values in it."""
    for number, query in enumerate(queries(), start=1):
        yield f"README query {number}", query
    for table in METRICS_TABLES:
        yield table.name, f"from {table.qualified}"
    day = scalar(con, "select quantile_disc(signed_date, 0.5) from core.fact_agreements")
    both = "select code_a, code_b from metrics.country_pairs order by bilateral_documents desc limit 1"
    ((first, second),) = con.execute(both).fetchall()
    yield "agreements_between", f"from agreements_between({literal(first)}, {literal(second)})"
    yield "launches_for", f"from launches_for({literal(first)})"
    for macro in ("agreements_reported_by", "agreements_known_on", "agreements_in_force_on"):
        yield macro, f"from {macro}('{day}')"
    evidence = "from core.fact_evidence where "
    reports = "select fact_id, count(*) as reports from core.bridge_fact_claims group by fact_id"
    for which, order in (("the fact most told", "reports desc"), ("one of many", "abs(reports - 4), fact_id")):
        fact = scalar(con, f"select fact_id from ({reports}) order by {order} limit 1")  # noqa: S608 - one of two
        yield f"evidence_for {which}", f"from evidence_for({literal(fact)})"
        yield f"fact_evidence of {which}", evidence + f"fact_id = {literal(fact)}"
    ((claim, article),) = con.execute("select claim_id, article_id from core.claims limit 1 offset 1000").fetchall()
    yield "fact_evidence of a claim", evidence + f"claim_id = {literal(claim)}"
    yield "fact_evidence of an article", evidence + f"article_id = {literal(article)}"


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
