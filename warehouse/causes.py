"""Why facts changed since they were last published: what really happened, not how the change was found.

Belongs here: the causes that the store noted, and those of a store that cannot know them. Does not belong here: noting
them (`warehouse.resolution`, `warehouse.curation`), or the rows of history (`warehouse.history`).

A store that was made anew, or restored, notes nothing of what was there before it. The published version does: which
articles told of a fact, and what people had corrected of it.
"""

from collections.abc import Iterable
from pathlib import Path

from warehouse.connect import Connection, attach, columns_held, scalar
from warehouse.statements import statement

#: What the published version must hold to be compared with.
_READ = {
    "fact_evidence": {"fact_id", "article_id"},
    "dim_articles": {"article_id", "is_withdrawn"},
    "overrides": {"fact_id", "override_id", "status"},
}


def stage(con: Connection) -> None:
    """A temp table of what the store notes: facts that changed and why."""
    present = "select table_name from duckdb_tables() where database_name = 'store'"
    tables = {name for (name,) in con.execute(present).fetchall()}
    con.execute("create or replace temp table touched as select fact_id, cause from store.main.changed_facts")
    if "curated_touched" in tables:
        con.execute("delete from touched where fact_id in (select t.fact_id from store.main.curated_touched as t)")
        con.execute("insert into touched select distinct fact_id, 'override' from store.main.curated_touched")


def judge(con: Connection, kinds: Iterable[str], published: Path, number: int) -> None:
    """Where the notes do not begin with this published version, tell causes by what it says itself.

    Args:
        con: the next version, with the writer's store attached as `store`, and temp tables `differing_…` of each kind.
        kinds: of facts.
        published: the version that readers see.
        number: of that version.
    """
    if scalar(con, "select coalesce(bool_or(number = ?), false) from store.main.evidence_basis", [number]):
        return
    differing = " union all ".join(f"select fact_id from differing_{kind}" for kind in kinds)  # noqa: S608 - ours
    con.execute(f"create or replace temp table differing_facts as {differing}")
    attach(con, published, "earlier")
    try:
        if _is_told(con):
            con.execute("delete from touched where fact_id in (from differing_facts)")
            con.execute(f"insert into touched by name {statement('history', 'causes')}")  # noqa: S608 - our own file
    finally:
        con.execute("detach earlier")


def _is_told(con: Connection) -> bool:
    """Whether the published version holds all that is read: an early release's may not."""
    return all(names <= columns_held(con, "core", table, "earlier") for table, names in _READ.items())
