"""The words behind what this warehouse holds no more, taken from the published version before the next goes without.

Belongs here: keeping them in the history. Does not belong here: the rows of the facts themselves (`warehouse.history`),
the evidence of what stands (`sql/core/fact_evidence.sql`).
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from warehouse.connect import Connection, attach, columns_held, finding_places, scalar
from warehouse.statements import statement
from warehouse.tables.claims import BRIDGE_FACT_CLAIMS
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
    con.execute(
        "create or replace temp table lasting_facts as "
        "select distinct coalesce(redirects.new_id, ended_facts.fact_id) as fact_id from ended_facts "
        "left join core.id_redirects as redirects on ended_facts.fact_id = redirects.old_id"
    )
    with _attached(con, published) as database, finding_places(con):
        earlier = _evidence(con, database, "ended_facts")
        if earlier:
            current = scalar(con, "select current_database()")
            con.execute(f"create or replace temp table earlier_evidence as {earlier}")
            con.execute(f"create or replace temp table lasting_evidence as {_evidence(con, current, 'lasting_facts')}")
            con.execute(f"insert into core.{name} by name {statement('history', name)}", {"at": at})  # noqa: S608


def _evidence(con: Connection, database: str, facts: str) -> str | None:
    """A query for the evidence that a version has of the facts in a temp table; None where an early release lacks some.

    What `core.fact_evidence` says, but looked for by the claims of these facts alone: a view is read whole.
    """
    told = [column.name for column in FACT_EVIDENCE.columns]
    if not columns_held(con, "core", FACT_EVIDENCE.name, database).issuperset(told):
        return None
    if not columns_held(con, "core", BRIDGE_FACT_CLAIMS.name, database):  # an earlier release: a table
        return f"select {', '.join(told)} from {database}.core.fact_evidence semi join {facts} using (fact_id)"  # noqa: S608
    says = statement("core", FACT_EVIDENCE.name).replace("from core.", f'from "{database}".core.')
    bridge = f"core.{BRIDGE_FACT_CLAIMS.name}"
    return says.replace(bridge, f"{bridge} semi join {facts} using (fact_id)")


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
