"""What the published warehouse says of one fact's past: when it appeared, what changed since, and why.

Belongs here: reading that. Does not belong here: keeping it (`warehouse.history`), printing.
"""

from datetime import datetime
from typing import Any, NamedTuple

from warehouse.connect import Connection
from warehouse.corrections import has_table
from warehouse.statements import statement
from warehouse.tables.history import HISTORIES, ID_REDIRECTS


class Change(NamedTuple):
    """A fact began to say something else; `column_name` is None where it appeared or went.

    Attributes:
        fact_id: the id that it bore then.
    """

    known_at: datetime
    change: str
    column_name: str | None
    old_value: str | None
    new_value: str | None
    cause: str
    fact_id: str


def changes_of(con: Connection, fact_id: str) -> tuple[Change, ...]:
    """All changes of a fact and of those that it took over, oldest first; none where the file is without history."""
    if not _has_history(con):
        return ()
    return tuple(Change(*row) for row in con.execute(statement("read", "changes"), {"fact_id": fact_id}).fetchall())


def last_held(con: Connection, fact_id: str) -> tuple[str, dict[str, Any]] | None:
    """Of a fact that is gone the table that remembers it, and the last row that it had."""
    for history in HISTORIES if _has_history(con) else ():
        names = [column.name for column in history.table.columns]
        query = (
            f"select {', '.join(names)} from {history.table.qualified} where {history.id_column} = ? "  # noqa: S608
            "order by known_from desc limit 1"
        )
        found = con.execute(query, [fact_id]).fetchall()
        if found:
            return history.table.qualified, dict(zip(names, found[0], strict=True))
    return None


def _has_history(con: Connection) -> bool:
    return all(has_table(con, table) for table in (ID_REDIRECTS, *(history.table for history in HISTORIES)))
