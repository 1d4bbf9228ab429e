"""Following an id that a merge, a split or an earlier anchor has retired to the fact that took it over.

Belongs here: the way from an old id to the one that stands. Does not belong here: which ids are retired
(`warehouse.resolution`), or anything else about the fact.
"""

from pathlib import Path
from typing import NamedTuple

from warehouse.connect import Connection, attach, scalar
from warehouse.tables.history import HISTORIES


class Redirect(NamedTuple):
    """Where an id leads; `new_id` is None where that fact is gone too."""

    new_id: str | None
    reason: str


def is_fact(con: Connection, wanted: str) -> bool:
    """Whether a published fact bears this id."""
    return any(
        con.execute(f"select 1 from {h.fact.qualified} where {h.id_column} = ? limit 1", [wanted]).fetchall()  # noqa: S608
        for h in HISTORIES
    )


def redirect(con: Connection, wanted: str) -> Redirect | None:
    """Where an id of the published warehouse leads that is no fact's any more; None where it never was one's."""
    found = con.execute("select new_id, reason from core.id_redirects where old_id = ?", [wanted]).fetchall()
    return Redirect(*found[0]) if found else None


def live_id(con: Connection, wanted: str) -> str | None:
    """The published fact that an id stands for now: itself, or what took it over; None where there is none."""
    if is_fact(con, wanted):
        return wanted
    found = redirect(con, wanted)
    return found.new_id if found else None


def recall_steps(con: Connection, history: Path) -> None:
    """Bring back into a store that was made anew the steps that the writer's history keeps."""
    if not history.exists() or scalar(con, "select count(*) from redirect_steps"):
        return
    attach(con, history, "past")
    try:
        held = "select count(*) from duckdb_tables() where database_name = 'past' and table_name = 'redirect_steps'"
        if scalar(con, held):
            con.execute("insert into redirect_steps by name from past.main.redirect_steps")
    finally:
        con.execute("detach past")


def live_id_in_store(con: Connection, wanted: str) -> str | None:
    """The same among the facts of the writer's store."""
    seen: set[str] = set()
    while wanted not in seen:
        if con.execute("select 1 from resolved_facts where fact_id = ?", [wanted]).fetchall():
            return wanted
        seen.add(wanted)
        steps = con.execute(
            "select new_id from redirect_steps where old_id = ? order by redirected_at desc, new_id desc limit 1",
            [wanted],
        ).fetchall()
        if not steps:
            return None
        wanted = steps[0][0]
    return None
