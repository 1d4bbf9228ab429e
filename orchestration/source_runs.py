"""What each source brought in one run, and the row that this leaves in the store.

Belongs here: counts by source and how a run ended. Does not belong here: reading (`files`, `asking`), or the list that
readers see (`source_list`).
"""

import datetime as dt
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from orchestration import due
from sources.errors import TransientSourceError
from sources.reference.launch_library import HOUR
from sources.settings_base import Source
from sources.state import Health
from sources.steps import Left
from warehouse.source_states import SourceRow
from warehouse.store import IngestCounts

#: What is counted of a run, in the order in which it is shown.
COUNTED = (
    "seen",
    "new",
    "changed",
    "unchanged",
    "withdrawn",
    "waiting",
    "articles",
    "articles_elsewhere",
    "requests",
    "received_bytes",
    "seconds",
    "waited_seconds",
)
_MOST_REASONS = 5


@dataclass(slots=True)
class SourceRun:
    """One source in one run.

    docs/sources.md says what is counted: each thing once, under what became of it.

    Attributes:
        is_reference: a catalogue, whose rows are no articles.
        rejected: items that could not be read, by reason.
        articles: those that the source keeps after the run; of a catalogue its records.
        articles_elsewhere: those that it brought too and that another source keeps.
        fault: what ended the run early, in one line.
        is_passing: the fault may pass by itself.
        failures: runs in a row that ended in a fault, this one included.
        next_try_at: it is not asked before; None for at each refresh.
        retry_after: seconds that its host asks to wait.
        seconds: that it worked, or its hosts did; without waits for one's turn, for other sources or for the store.
        waited_seconds: for its turn at hosts, and between two tries.
        waiting: pages or records whose turn did not come.
        deferred: pages that were put off, by reason.
        again_at: when the first of these may be asked again.
    """

    name: str
    kind: str
    is_reference: bool = False
    new: int = 0
    changed: int = 0
    unchanged_items: int = 0
    withdrawn: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    received_bytes: int = 0
    seconds: float = 0.0
    articles: int = 0
    articles_elsewhere: int = 0
    waited_seconds: float = 0.0
    waiting: int = 0
    deferred: Counter[str] = field(default_factory=Counter)
    again_at: dt.datetime | None = None
    fault: str | None = None
    is_passing: bool = False
    failures: int = 0
    next_try_at: dt.datetime | None = None
    retry_after: float | None = None
    began: float = field(default_factory=time.monotonic)
    _same: set[str] = field(default_factory=set)
    _settled: set[str] = field(default_factory=set)

    @property
    def seen(self) -> int:
        """What the run came to an end with."""
        return self.new + self.changed + self.unchanged + self.rejected.total() + self.withdrawn

    @property
    def unchanged(self) -> int:
        """Articles and records that are as they are kept; a page that came to another end in this run is none."""
        return self.unchanged_items + len(self._same - self._settled)

    def count(self, items: Iterable[Any], counts: IngestCounts) -> None:
        """Add up items and what became of them."""
        articles = 0
        for item in items:
            if hasattr(item, "reason"):
                self.rejected[item.reason] += 1
            else:
                articles += 1
        self.new += counts.new_articles
        self.changed += counts.new_versions
        self.unchanged_items += articles - counts.new_articles - counts.new_versions

    def take(self, steps: Iterable[Any], counts: IngestCounts) -> None:
        """Add up steps that were stored together."""
        for step in steps:
            self._same.update(step.same)
            if step.items or step.withdrawn:
                self._settled.update(page.key for page in step.pages if page.kind == "page")
            self.withdrawn += len(step.withdrawn)
        self.count((item for step in steps for item in step.items), counts)

    def add(self, other: "SourceRun") -> None:
        """Add what an earlier part of the same refresh brought."""
        self.new += other.new
        self.changed += other.changed
        self.unchanged_items += other.unchanged
        self.rejected += other.rejected

    def leave(self, left: Left | None) -> None:
        """Note what was not done."""
        if left is not None:
            self.waiting, self.again_at = left.waiting, left.again_at
            self.deferred = Counter(dict(left.deferred))

    @property
    def is_unfinished(self) -> bool:
        """Whether pages were put off, or the calls that an API allows in an hour were used up before its end."""
        return bool(self.deferred) or (self.is_reference and self.waiting > 0)

    @property
    def deferred_because(self) -> str | None:
        """Why pages were put off, in one line."""
        return "; ".join(f"{count:,} page{'s' if count > 1 else ''}: {why}" for why, count in self._most()) or None

    def _most(self) -> list[tuple[str, int]]:
        """The reasons that put off most."""
        return sorted(self.deferred.items(), key=lambda item: (-item[1], item[0]))[:_MOST_REASONS]

    def end(self, fault: Exception | str | None = None) -> None:
        """Stop the clock."""
        self.seconds = round(time.monotonic() - self.began, 3)
        self.fail(fault)

    def fail(self, fault: Exception | str | None) -> None:
        """Note how it ended."""
        self.fault = " ".join(str(fault).split()) if fault is not None else None
        self.is_passing = isinstance(fault, TransientSourceError)
        self.retry_after = getattr(fault, "retry_after", None)

    def to_json(self) -> dict[str, Any]:
        """Plain values, for the record of the run."""
        told: dict[str, Any] = {name: getattr(self, name) for name in ("kind", *COUNTED)}
        by_reason = {"rejected": dict(sorted(self.rejected.items())), "deferred": dict(sorted(self.deferred.items()))}
        return told | by_reason | {"fault": self.fault}


def first_row(source: Source) -> SourceRow:
    """The row of a source that was never asked."""
    return SourceRow(source.name, source.kind, True, "", int(source.interval.total_seconds()) or None)


def row_after(run: SourceRun, before: SourceRow | None, source: Source | None, now: dt.datetime) -> SourceRow:
    """The row of a source after a run; the run is told how often in a row it failed, and when it is tried again.

    Args:
        run: it has ended.
        before: the row as it stood; None for the first run.
        source: its settings; None for the sample, the inbox and other folders, which are read at each refresh.
        now: UTC.
    """
    every = source.interval if source else dt.timedelta(0)
    health = Health(failures=before.failure_count, succeeded_at=before.succeeded_at) if before else Health()
    if run.fault is None and run.is_unfinished:
        health = health.put_off(now, every, now + HOUR if run.is_reference else run.again_at)
    elif run.fault is None:
        health = health.succeeded(now, every)
    else:
        health = health.failed(now, every, run.fault, run.retry_after)
    run.failures, run.next_try_at = health.failures, health.next_try if source else None
    return SourceRow(
        source_name=run.name,
        kind=run.kind,
        is_enabled=True,
        settings_hash=due.settings_hash(source) if source else "",
        every_seconds=int(every.total_seconds()) or None,
        asked_at=health.asked_at,
        succeeded_at=health.succeeded_at,
        failure_count=health.failures,
        next_try_at=run.next_try_at,
        fault=health.fault,
        cursor=before.cursor if before else "",
        seen_count=run.seen,
        new_count=run.new,
        changed_count=run.changed,
        unchanged_count=run.unchanged,
        rejected_count=run.rejected.total(),
        withdrawn_count=run.withdrawn,
        request_count=run.requests,
        received_bytes=run.received_bytes,
        run_seconds=run.seconds,
        waited_seconds=run.waited_seconds,
        waiting_count=run.waiting,
        deferred_count=run.deferred.total(),
        deferred_because=run.deferred_because,
    )
