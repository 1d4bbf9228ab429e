"""Running `spacepact` in a home, and reading what it published."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import duckdb

SPACEPACT = str(Path(sys.executable).with_name("spacepact"))
NO_SAMPLE = "[sample]\nenabled = false\n"


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a command that works in that home."""
    return dict(os.environ) | {"SPACEPACT_HOME": str(home)} | more


def spacepact(home: Path, *arguments: str, check: bool = True, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end; with `check` it must exit with 0."""
    done = subprocess.run(
        [SPACEPACT, *arguments],
        env=environment(home, **more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if check:
        assert done.returncode == 0, f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


def start(home: Path, *arguments: str, output: IO[bytes] | None = None) -> "subprocess.Popen[str]":
    """Start a command without waiting for it; what it prints goes to a file or is kept for `communicate`."""
    return subprocess.Popen(
        [SPACEPACT, *arguments],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=output or subprocess.PIPE,
        stderr=output or subprocess.PIPE,
        text=True,
    )


def without_sample(home: Path) -> Path:
    """Make a home that reads only what a test gives it."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "sources.toml").write_text(NO_SAMPLE, encoding="utf-8")
    return home


def write_articles(path: Path, articles: list[dict[str, Any]]) -> None:
    """Write articles as JSON Lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")


def rows(home: Path, query: str) -> list[tuple[Any, ...]]:
    """The rows of a query on the published warehouse."""
    connection = duckdb.connect(str(home / "warehouse.duckdb"), read_only=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def contents(home: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, but for what tells of runs: `*_at`, the run log, when it was known, how sources do."""
    tables = rows(
        home,
        """
        select table_schema, table_name, list(column_name order by ordinal_position)
        from information_schema.columns
        where table_schema in ('core', 'metrics')
            and table_name not in ('refresh_log', 'published_version', 'source_states')
            and column_name not like '%\\_at' escape '\\' and column_name not in ('known_from', 'known_to')
            and not (table_name = 'changes' and column_name = 'day')
        group by all order by all
        """,
    )
    return {
        f"{schema}.{name}": sorted(
            rows(home, f"select {', '.join(columns)} from {schema}.{name}"),  # noqa: S608 - our own catalogue
            key=repr,
        )
        for schema, name, columns in tables
    }
