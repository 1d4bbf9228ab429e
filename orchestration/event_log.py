"""Dagster's own records on SQLite, written without a wait for the disk at each event.

Belongs here: how a run's connections to Dagster's files behave. Does not belong here: what Dagster writes there, and
the warehouse, whose files are never written so.

Dagster opens each of its files anew for every event and closes it again. In SQLite's WAL mode the last connection that
closes copies the log into the file and waits for the disk, and so does each commit: half of a small refresh. A
connection kept open spares the one, `synchronous = normal` the other; after a power cut the last events of a run may be
missing, and the files are whole (https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine


@contextmanager
def unhurried_records() -> Iterator[None]:
    """Within the block, SQLAlchemy's connections to SQLite files of this process do not wait for the disk."""
    with ExitStack() as kept:
        held: set[str] = set()

        def settle(connection: Any, _: object) -> None:
            if not isinstance(connection, sqlite3.Connection):
                return
            connection.execute("pragma synchronous = normal")
            name = connection.execute("pragma database_list").fetchone()[2]
            if name and name not in held and connection.execute("pragma journal_mode").fetchone()[0] == "wal":
                held.add(name)
                other = kept.enter_context(closing(sqlite3.connect(name, timeout=60, check_same_thread=False)))
                other.execute("select count(*) from sqlite_master").fetchone()  # only a reader keeps the log open

        event.listen(Engine, "connect", settle)
        kept.callback(event.remove, Engine, "connect", settle)
        yield
