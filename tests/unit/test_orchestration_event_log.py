"""Dagster's records during a run: no wait for the disk at each event, and whole files afterwards."""

import sqlite3
from pathlib import Path
from typing import Any

import dagster as dg
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import NullPool

from orchestration.event_log import unhurried_records

FULL, NORMAL = 2, 1


def _once(path: Path, *statements: str) -> list[object]:
    """What each statement gives, on a connection opened and closed as Dagster does it."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)

    def scalar(connection: Connection, statement: str) -> object:
        found = connection.execute(text(statement))
        return found.scalar() if found.returns_rows else None

    with engine.connect() as connection, connection.begin():
        answers = [scalar(connection, statement) for statement in statements]
    engine.dispose()
    return answers


def test_the_log_stays_open_between_connections_and_is_folded_in_at_the_end(tmp_path: Path) -> None:
    path, log = tmp_path / "events.db", tmp_path / "events.db-wal"
    with unhurried_records():
        _once(path, "create table events (id integer)")
        sqlite3.connect(path).execute("pragma journal_mode = wal").connection.close()
        assert _once(path, "pragma synchronous", "insert into events values (1)")[0] == NORMAL
        assert log.exists()
        assert _once(path, "select count(*) from events") == [1]
    assert not log.exists()
    assert sqlite3.connect(path).execute("select count(*) from events").fetchone() == (1,)


def test_other_connections_are_as_they_were_after_the_block(tmp_path: Path) -> None:
    with unhurried_records():
        pass
    assert _once(tmp_path / "events.db", "pragma synchronous") == [FULL]


@dg.op
def nothing() -> None:
    """Does nothing."""


@dg.job
def idle() -> None:
    """A job whose events are all that it leaves."""
    nothing()


def _compiled_inserts(folder: Path) -> tuple[int, int]:
    """How many events a run leaves, and how often SQLAlchemy compiled the statement that keeps one."""
    folder.mkdir()
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, _values: Any, context: Any, _many: Any) -> None:
        if statement.lower().startswith("insert into event_logs") and context.cache_hit.name == "CACHE_MISS":
            found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        with dg.DagsterInstance.local_temp(str(folder)) as instance:
            run = idle.execute_in_process(instance=instance)
            return len(instance.all_logs(run.run_id)), len(found)
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_what_keeps_an_event_is_compiled_once_for_each_file(tmp_path: Path) -> None:
    events, compiled = _compiled_inserts(tmp_path / "plain")
    assert compiled > events > 2  # each event is kept by itself, some in two files
    with unhurried_records():
        assert _compiled_inserts(tmp_path / "kept") == (events, 2)
    assert _compiled_inserts(tmp_path / "after") == (events, compiled)
