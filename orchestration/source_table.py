"""How each source does, as lines for a person: one row a source, and below them what needs more words.

Belongs here: the words and how wide they may be. Does not belong here: the list of sources (`source_list`), printing.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from orchestration.source_list import Listed, listed
from warehouse.source_states import SourceRow

_SHORTEST_NAME = 10
_GAP = 2
_FULL_WIDTH = 140
_MIDDLE_WIDTH = 96
_FILES = ("archive", "gdelt")


class Rows(NamedTuple):
    """A table of sources.

    Attributes:
        columns: its head.
        rows: its rows.
        notes: source and words, for those of which there is more to say.
    """

    columns: tuple[str, ...]
    rows: list[tuple[str | int, ...]]
    notes: list[tuple[str, str]]


def table(
    sources: Sequence[Listed],
    failures: Mapping[str, str],
    rejects: Mapping[str, int],
    now: dt.datetime,
    width: int,
) -> Rows:
    """The table of sources in so many characters; what does not fit is left to `--json`.

    Args:
        sources: in the order in which they are shown.
        failures: what the last look found wrong with a source, by name.
        rejects: how many items of each cannot be read at present.
        now: UTC without zone.
        width: of the terminal.
    """
    is_full, is_middle = width >= _FULL_WIDTH, width >= _MIDDLE_WIDTH
    columns: tuple[str, ...] = ()
    rows: list[tuple[str | int, ...]] = []
    notes: list[tuple[str, str]] = []
    for source in sources:
        fault = source.fault or failures.get(source.source_name)
        cells: dict[str, str | int | None] = {
            "source": source.source_name,
            "kind": source.kind if is_middle else None,
            "articles": source.articles,
            "new": source.new_count,
            "changed": source.changed_count if is_middle else None,
            "rejects": rejects.get(source.source_name, 0),
            "requests": source.request_count if is_full else None,
            "read": _past(source, fault, now, is_full=is_full),
            "next": _next(source, now, is_full=is_full),
            "how it does": _state(source, fault),
        }
        shown = {name: cell for name, cell in cells.items() if cell is not None}
        columns = tuple(shown)
        rows.append(tuple(shown.values()))
        if fault:
            notes.append((source.source_name, fault))
        if source.deferred_count:
            notes.append((source.source_name, f"put off: {source.deferred_because}"))
        if source.waiting_count:
            notes.append((source.source_name, f"{source.waiting_count:,} wait for the next run"))
        if source.articles_elsewhere:
            count = f"{source.articles_elsewhere:,} article{'' if source.articles_elsewhere == 1 else 's'}"
            verb = "is" if source.articles_elsewhere == 1 else "are"
            notes.append((source.source_name, f"{count} that it brings {verb} kept under another source"))
    return Rows(columns, [(_cut(str(name), _room(columns, rows, width)), *rest) for name, *rest in rows], notes)


def not_read_yet(name: str, kind: str) -> Listed:
    """The row of a source that was switched on after the last refresh."""
    return listed(SourceRow(name, kind, True, "", None))


def _state(source: Listed, fault: str | None) -> str:
    if not fault and source.asked_at:
        return "put off" if source.deferred_count else "more waits" if source.waiting_count else "well"
    if not fault:
        return "not read yet"
    return f"failed {source.failure_count} times" if source.failure_count > 1 else "failed"


def _next(source: Listed, now: dt.datetime, *, is_full: bool) -> str:
    """When it is read next; what is due already waits for the next refresh, whenever that is."""
    if source.asked_at is None or source.next_try_at is None:
        return "next run" if source.asked_at is None else "each run"
    if dt.datetime.fromisoformat(source.next_try_at) > now:
        return _time(source.next_try_at, now, is_full=is_full)
    if source.kind in _FILES and not source.every_seconds and not source.fault:
        return "on change"
    return "due now"


def _past(source: Listed, fault: str | None, now: dt.datetime, *, is_full: bool) -> str:
    """When it was last read whole; one whose every run so far put pages off has been read in part."""
    if source.succeeded_at:
        return _time(source.succeeded_at, now, is_full=is_full)
    return "in part" if source.asked_at and not fault else "never"


def _time(time: str, now: dt.datetime, *, is_full: bool) -> str:
    """A time in full; where there is little room the minute of today, or the day."""
    if is_full:
        return time[:16].replace("T", " ")
    moment = dt.datetime.fromisoformat(time)
    if abs(moment - now) < dt.timedelta(hours=12):
        return f"{moment:%H:%M}"
    return f"{moment:%d %b}" if moment.year == now.year else f"{moment:%b %Y}"


def _room(columns: Sequence[str], rows: Sequence[Sequence[str | int]], width: int) -> int:
    """What the other columns leave for the names."""
    others = (max(len(str(cell)) for cell in cells) for cells in list(zip(columns, *rows, strict=True))[1:])
    return max(_SHORTEST_NAME, width - sum(size + _GAP for size in others))


def _cut(name: str, room: int) -> str:
    return name if len(name) <= room else name[: room - 1] + "…"
