"""What one refresh did: counts and seconds by stage, kept as one JSON line.

Belongs here: the record and the small log that `status`, `refresh --json` and `metrics.refresh_log` read. Does not
belong here: deciding what to count.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from orchestration.progress import current
from warehouse.checks import CheckResult


@dataclass(slots=True)
class Stage:
    """A stage under way: what it counted, and the line that sums it up."""

    counts: dict[str, int] = field(default_factory=dict)
    summary: str = ""


@dataclass(slots=True)
class RunRecord:
    """One refresh.

    Attributes:
        run_id: Dagster's id of the run.
        started_at: UTC.
        counts: by name, over all stages.
        seconds: by stage.
        versions: of rules, schema and program.
        rejects: items rejected so far in this home, by reason.
        failures: what is wrong with a source that could not be read, by its name.
        sources: what each source that was read brought and cost, by its name.
        published_number: the version that it published, or None where nothing changed.
        committed_at: the time that history and metrics bear, once it is fixed.
        checked: what the checks found so far.
    """

    run_id: str
    started_at: datetime
    counts: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    rejects: dict[str, int] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)
    published_number: int | None = None
    committed_at: datetime | None = None
    checked: list[CheckResult] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Stage]:
        """Time a stage, add up its counts and report it."""
        current().start(name, total)
        began = time.monotonic()
        stage = Stage()
        yield stage
        self.seconds[name] = round(self.seconds.get(name, 0.0) + time.monotonic() - began, 3)
        self.counts.update(stage.counts)
        current().end(name, stage.summary or ", ".join(f"{count:,} {what}" for what, count in stage.counts.items()))

    def to_json(self) -> dict[str, Any]:
        """Plain values, for a JSON line."""
        return {
            "run_id": self.run_id,
            "started_at": self.started_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "published_number": self.published_number,
            "counts": self.counts,
            "seconds": self.seconds | {"total": round(sum(self.seconds.values()), 3)},
            "versions": self.versions,
            "rejects": self.rejects,
            "failures": self.failures,
            "sources": self.sources,
        }

    def append_to(self, log: Path) -> None:
        """Add this refresh as one line, in one write."""
        with log.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(self.to_json()) + "\n")


def read_log(log: Path) -> list[dict[str, Any]]:
    """All refreshes of a home, oldest first; a line cut short by a crash is passed over."""
    if not log.exists():
        return []
    records = []
    for line in log.read_text(encoding="utf-8").splitlines():
        try:
            records.append(json.loads(line))
        except ValueError:
            continue
    return records
