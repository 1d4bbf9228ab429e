"""The words behind what this warehouse holds no more, taken from the published version before the next goes without.

Belongs here: keeping them in the history. Does not belong here: the rows of the facts themselves (`warehouse.history`),
the evidence of what stands (`sql/core/fact_evidence.sql`).
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from warehouse.connect import Connection, attach, columns_held
from warehouse.statements import statement
from warehouse.tables.history import HISTORY_EVIDENCE
from warehouse.tables.reports import FACT_EVIDENCE


def fill(con: Connection, at: datetime, kinds: Iterable[str], published: Path | None) -> None:
    """What was kept before, and the quotes of values that cease to stand now.

    Args:
        con: the next version, its facts and redirects filled, with the writer's history attached as `past` and temp
            tables `differing_…` of each kind: the facts that say something else than was held of them.
        at: the time of this refresh.
        kinds: of facts.
        published: the version that readers see, intact; without it nothing can be kept.
    """
    name = HISTORY_EVIDENCE.name
    con.execute(f"insert into core.{name} by name from past.main.{name}")  # noqa: S608 - declared
    if published is None:
        return
    held = " union all ".join(f"select fact_id from differing_{kind} where is_held" for kind in kinds)  # noqa: S608
    con.execute(f"create or replace temp table ended_facts as {held}")
    told = [column.name for column in FACT_EVIDENCE.columns]
    with _attached(con, published) as database:
        if columns_held(con, "core", FACT_EVIDENCE.name, database).issuperset(told):  # an early release may lack some
            source = f"select {', '.join(told)} from {database}.core.fact_evidence"  # noqa: S608 - declared names
            con.execute(f"create or replace temp view earlier_evidence as {source}")
            con.execute(f"insert into core.{name} by name {statement('history', name)}", {"at": at})  # noqa: S608
            con.execute("drop view earlier_evidence")


def carry_forward(con: Connection) -> None:
    """Add to the writer's own file what a published version, attached as `published`, has kept since."""
    name = HISTORY_EVIDENCE.name
    if columns_held(con, "core", name, "published"):
        con.execute(
            f"insert into main.{name} by name from published.core.{name} "  # noqa: S608 - declared
            f"where known_to > coalesce((select max(kept.known_to) from main.{name} as kept), timestamp '0001-01-01')"
        )


@contextmanager
def _attached(con: Connection, path: Path) -> Iterator[str]:
    """The name under which a file is at hand: a version that is carried on is attached already."""
    found = con.execute("select database_name from duckdb_databases() where path = ?", [str(path)]).fetchall()
    if found:
        yield str(found[0][0])
        return
    attach(con, path, "earlier")
    try:
        yield "earlier"
    finally:
        con.execute("detach earlier")
