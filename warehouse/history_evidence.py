"""The words behind what this warehouse holds no more, taken from the published version before the next goes without.

Belongs here: keeping them in the history. Does not belong here: the rows of the facts themselves (`warehouse.history`),
the evidence of what stands (`sql/core/fact_evidence.sql`).
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from warehouse.connect import Connection, attach
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
    con.execute(f"create or replace temp table differing_facts as {held}")
    with _attached(con, published) as database:
        if _is_told(con, database):
            columns = ", ".join(column.name for column in FACT_EVIDENCE.columns)
            con.execute(
                f"create or replace temp view earlier_evidence as select {columns} from {database}.core.fact_evidence"  # noqa: S608
            )
            con.execute(f"insert into core.{name} by name {statement('history', name)}", {"at": at})  # noqa: S608
            con.execute("drop view earlier_evidence")


def carry_forward(con: Connection) -> None:
    """Add to the writer's own file what a published version, attached as `published`, has kept since."""
    name = HISTORY_EVIDENCE.name
    query = (
        "select 1 from duckdb_tables() where database_name = 'published' and schema_name = 'core' and table_name = ?"
    )
    if con.execute(query, [name]).fetchall():
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


def _is_told(con: Connection, database: str) -> bool:
    """Whether the version holds all that is read: an early release's may not."""
    query = (
        "select column_name from duckdb_columns() "
        "where database_name = ? and schema_name = 'core' and table_name = 'fact_evidence'"
    )
    held = {name for (name,) in con.execute(query, [database]).fetchall()}
    return {column.name for column in FACT_EVIDENCE.columns} <= held
