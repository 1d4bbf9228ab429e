"""Dagster's records during a run: no wait for the disk at each event, and whole files afterwards."""

import sqlite3
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import Connection
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
