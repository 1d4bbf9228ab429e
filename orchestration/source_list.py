"""How each source does, in a small file for readers: written after each reading, read without opening the store.

Belongs here: the file and its lines. Does not belong here: the rows it is made from (`warehouse.source_states`), what
is due (`due`), printing.
"""

import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from warehouse.source_states import Kept, SourceRow

_NOTHING = Kept()


@dataclass(frozen=True, slots=True)
class Listed:
    """One source as readers see it; the fields of `SourceRow` without its cursor, what it keeps, and a stamp.

    Attributes:
        articles: those that it keeps; of a catalogue its records.
        articles_elsewhere: those that it brought too and that another source keeps.
        files_stamp: of a source that reads files of its own, size and time of all of them at its last run.
    """

    source_name: str
    kind: str
    is_enabled: bool
    settings_hash: str
    every_seconds: int | None
    asked_at: str | None
    succeeded_at: str | None
    failure_count: int
    next_try_at: str | None
    fault: str | None
    seen_count: int
    new_count: int
    changed_count: int
    unchanged_count: int
    rejected_count: int
    withdrawn_count: int
    request_count: int
    received_bytes: int
    run_seconds: float
    waited_seconds: float | None = None
    waiting_count: int | None = None
    deferred_count: int | None = None
    deferred_because: str | None = None
    articles: int = 0
    articles_elsewhere: int = 0
    files_stamp: str = ""

    def is_due(self, now: dt.datetime) -> bool:
        """Whether its next try has come."""
        return self.next_try_at is None or dt.datetime.fromisoformat(self.next_try_at) <= now


def load(path: Path) -> dict[str, Listed]:
    """The sources of a home by name; none where the list is missing or damaged (then all are due)."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["sources"]
        return {row["source_name"]: Listed(**row) for row in rows}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def save(
    path: Path, rows: Mapping[str, SourceRow], stamps: Mapping[str, str], kept: Mapping[str, Kept] | None = None
) -> None:
    """Replace the list in one step.

    Args:
        path: the file.
        rows: all sources.
        stamps: of those that read files of their own.
        kept: what each keeps; one that is not named keeps nothing.
    """
    found = kept or {}
    lines = [asdict(listed(row, stamps.get(name, ""), found.get(name, _NOTHING))) for name, row in sorted(rows.items())]
    draft = path.with_suffix(".draft")
    with draft.open("w", encoding="utf-8") as stream:
        json.dump({"sources": lines}, stream, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)


def listed(row: SourceRow, stamp: str = "", kept: Kept = _NOTHING) -> Listed:
    """A source as readers see it."""
    fields: dict[str, Any] = {
        name: value.isoformat() if isinstance(value, dt.datetime) else value for name, value in row._asdict().items()
    }
    del fields["cursor"]
    return Listed(**fields, **kept._asdict(), files_stamp=stamp)
