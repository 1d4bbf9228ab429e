"""What a source must remember between two refreshes, so that nothing is lost, invented or asked for twice.

Belongs here: the records that are given to a source when it runs and that it hands back, and the rule when a failing
source is tried again. Does not belong here: storing them (the warehouse), or how a source runs (runner).
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

DAY = dt.timedelta(days=1)
_LONGEST_PAUSE = DAY
_FIRST_PAUSE = dt.timedelta(minutes=10)

PageKind = Literal["listing", "page", "file"]
PageStatus = Literal["waiting", "read", "rejected", "missing", "gone"]


@dataclass(frozen=True, slots=True)
class PageState:
    """One address or file of a source: what is known of it. A row; the key is unique within its source.

    Attributes:
        key: `page:`, `listing:` or `file:` and what identifies it (the canonical address, the path).
        url: the address to ask; of a file its path within the source.
        kind: a feed, sitemap or table of contents; the page of one article; a file of many.
        status: `waiting` (listed, still to be read), `read`, `rejected`, `missing` (404 once), `gone` (its article was
            withdrawn).
        stamp: what its listing says of it, folded into a hash, or size and times of a file: another one means news.
        hints: what its listing told, for reading the page (JSON object; empty for nothing).
        final_url: where it was read, after redirects.
        etag, last_modified: what the server gave to ask later whether anything changed.
        content_hash: SHA-256 of the bytes that were read last.
        article_id, article_url, article_hash: the article that was read from it, its own address and content hash.
        first_seen_at: when it was first listed or found (UTC without zone, as all times here).
        asked_at: when it was last asked for, whatever came of it.
        ask_after: when to ask again; None for not unless its listing names it with another stamp.
        missing_since: when it first answered 404, if it still does.
        failures: passing faults in a row.
    """

    key: str
    url: str
    kind: PageKind
    status: PageStatus
    first_seen_at: dt.datetime
    stamp: str = ""
    hints: str = ""
    final_url: str = ""
    etag: str | None = None
    last_modified: str | None = None
    content_hash: str = ""
    article_id: str | None = None
    article_url: str | None = None
    article_hash: str = ""
    asked_at: dt.datetime | None = None
    ask_after: dt.datetime | None = None
    missing_since: dt.datetime | None = None
    failures: int = 0

    def is_due(self, now: dt.datetime) -> bool:
        """Whether it is to be asked now."""
        return self.ask_after <= now if self.ask_after is not None else self.status == "waiting"

    def is_young(self, now: dt.datetime, recheck: dt.timedelta) -> bool:
        """Whether a person who asks for news of its source may want it asked again now, due or not, gone or not."""
        return self.status == "waiting" or now <= self.first_seen_at + recheck


@dataclass(frozen=True, slots=True)
class SourceState:
    """All that one source remembers; empty for a source that never ran.

    Attributes:
        cursor: where it goes on, in words of its own (JSON text); empty at the beginning.
        pages: what it knows, by key.
    """

    cursor: str = ""
    pages: Mapping[str, PageState] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Health:
    """How a source does; a row for each configured source.

    Attributes:
        asked_at: when it last ran.
        succeeded_at: when it last ran to its end without a fault.
        failures: runs in a row that ended in a fault.
        next_try: not before; None for at once.
        fault: the last fault in one line, while it lasts.
    """

    asked_at: dt.datetime | None = None
    succeeded_at: dt.datetime | None = None
    failures: int = 0
    next_try: dt.datetime | None = None
    fault: str | None = None

    def is_due(self, now: dt.datetime) -> bool:
        """Whether it may run."""
        return self.next_try is None or self.next_try <= now

    def succeeded(self, now: dt.datetime, every: dt.timedelta) -> "Health":
        """After a run without a fault: the next one as often as configured."""
        return Health(now, now, 0, now + every, None)

    def put_off(self, now: dt.datetime, every: dt.timedelta, again_at: dt.datetime | None) -> "Health":
        """After a run without a fault that put pages off: it was not read to its end, and goes on with them."""
        after = now + every
        return Health(now, self.succeeded_at, 0, min(after, max(again_at, now)) if again_at else after, None)

    def failed(self, now: dt.datetime, every: dt.timedelta, fault: str, retry_after: float | None = None) -> "Health":
        """After a run that ended in a fault: twice as long a pause each time, a day at most, or as the server asks."""
        pause = max(every, min(_FIRST_PAUSE * 2 ** min(self.failures, 10), _LONGEST_PAUSE))
        if retry_after is not None:
            pause = max(pause, dt.timedelta(seconds=min(retry_after, 30 * DAY.total_seconds())))
        return Health(now, self.succeeded_at, self.failures + 1, now + pause, fault)


def cursor_of(text: str) -> dict[str, str]:
    """The fields of a cursor; none where it is empty or was written by something else."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def cursor_text(fields: Mapping[str, str]) -> str:
    """A cursor's fields as text, always in the same order."""
    return json.dumps(fields, sort_keys=True)
