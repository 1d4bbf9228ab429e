"""Dagster's own records on SQLite, written without a wait for the disk, or a new engine, at each event.

Belongs here: how a run's connections to Dagster's files behave. Does not belong here: what Dagster writes there, and
the warehouse, whose files are never written so.

Dagster opens each of its files anew for every event and closes it again. In SQLite's WAL mode the last connection that
closes copies the log into the file and waits for the disk, and so does each commit: half of a small refresh. A
connection kept open spares the one, `synchronous = normal` the other; after a power cut the last events of a run may be
missing, and the files are whole (https://www.sqlite.org/pragma.html#pragma_synchronous).

It makes a new SQLAlchemy engine each time too, which compiles every statement again: a quarter of a small refresh. Its
storages take the maker of engines from their own modules, so there it can be replaced by one that keeps them.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from importlib import import_module
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine

_STORAGES = (
    "dagster._core.storage.event_log.sqlite.sqlite_event_log",
    "dagster._core.storage.runs.sqlite.sqlite_run_storage",
)


@contextmanager
def unhurried_records() -> Iterator[None]:
    """Within the block, connections of this process to SQLite files do not wait for the disk, and engines are kept."""
    with ExitStack() as kept:
        kept.enter_context(_kept_engines())
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


@contextmanager
def _kept_engines() -> Iterator[None]:
    """Within the block, Dagster's storages get one engine for each file; one that makes them elsewhere goes on so."""
    engines: dict[str, Engine] = {}

    def kept(url: str, **options: Any) -> Engine:
        name = f"{url} {sorted((option, repr(value)) for option, value in options.items())}"
        return engines.get(name) or engines.setdefault(name, create_engine(url, **options))

    storages = [vars(import_module(name)) for name in _STORAGES]
    replaced = [names for names in storages if names.get("create_engine") is create_engine]
    for names in replaced:
        names["create_engine"] = kept
    try:
        yield
    finally:
        for names in replaced:
            names["create_engine"] = create_engine
