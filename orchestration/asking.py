"""Asking the sources that are no folders, side by side, and storing what they hand over step by step.

Belongs here: threads, the queue between them and the one writer, and when a batch of steps is stored. Does not belong
here: how a source is asked (`sources.runner`, `sources.reference`), how a step is stored (`warehouse.source_states`).
One failing source never stops another: its fault is noted, and when it may be tried again.
"""

import datetime as dt
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from orchestration.progress import current
from orchestration.settings import Settings
from orchestration.source_runs import SourceRun, row_after
from sources import runner
from sources.errors import SourceError
from sources.fetch import Spent
from sources.hosts import Hosts
from sources.reference.loading import load
from sources.settings_base import Source
from sources.state import PageState, SourceState
from warehouse import catalogues, source_states
from warehouse.connect import Connection, transaction
from warehouse.errors import WarehouseError
from warehouse.source_states import SourceRow

_SIDE_BY_SIDE = 8
_QUEUED_STEPS = 64
_MOST_ITEMS = 1_000
_MOST_CHARACTERS = 16_000_000
_MOST_SECONDS = 2.0
_PATIENCE = 0.2


@dataclass(slots=True)
class _Told:
    """What a source's thread hands over: a step of it, or that it ended.

    Attributes:
        step: None where the source ended.
        fault: what ended it, if it was a fault.
        spent: its fetcher's count of requests and bytes.
        is_stored: set when the step is stored: a catalogue goes on only then.
    """

    source: Source
    step: Any
    spent: Any
    fault: Exception | None = None
    is_stored: threading.Event = field(default_factory=threading.Event)


@dataclass(slots=True)
class _Asked:
    """A source under way: its run, its steps done and left, and those that wait to be stored."""

    run: SourceRun
    steps: list[Any] = field(default_factory=list)
    done: int = 0
    left: int = 0
    size: int = 0
    characters: int = 0
    since: float = 0.0

    def add(self, step: Any) -> None:
        """Take one more step."""
        self.since = self.since or time.monotonic()
        self.steps.append(step)
        self.size += 1 + len(step.items)
        self.characters += sum(len(getattr(item, "text", "")) for item in step.items)
        self.characters += len(step.raw.body) if step.raw is not None else 0

    @property
    def is_full(self) -> bool:
        """Whether it is time to store them."""
        return bool(self.steps) and (
            self.size >= _MOST_ITEMS
            or self.characters >= _MOST_CHARACTERS
            or time.monotonic() - self.since >= _MOST_SECONDS
        )


def ask(
    settings: Settings, con: Connection, sources: list[Source], now: Callable[[], dt.datetime]
) -> Iterator[SourceRun]:
    """Ask sources, store all that they give, and yield each one's run when it has ended.

    Args:
        settings: the home.
        con: the store; this thread alone uses it.
        sources: those to ask.
        now: UTC without zone.
    """
    rows = source_states.load_rows(con)
    for source in sources:
        if source.name not in rows:
            source_states.save_row(con, _first_row(source))
    asked = {source.name: _Asked(SourceRun(source.name, source.kind, source.is_reference)) for source in sources}
    with _threads(settings, con, sources, now) as told:
        while any(one.run.seconds == 0 for one in asked.values()):
            news = _next(told)
            for one in asked.values():
                if one.is_full or (news and news.step is None and news.source.name == one.run.name):
                    _store(settings, con, one, now())
            if news is None:
                continue
            one = asked[news.source.name]
            one.run.requests, one.run.received_bytes = news.spent.requests, news.spent.received_bytes
            if news.step is not None:
                one.done, one.left = one.done + 1, news.step.waiting
                current().expect("read", sum(other.done + other.left for other in asked.values()))
                current().advance("read")
                _take(con, one, news, now())
                continue
            one.run.end(one.run.fault or news.fault)
            one.run.seconds = max(one.run.seconds, 0.001)
            source_states.save_row(con, row_after(one.run, rows.get(news.source.name), news.source, now()))
            current().advance("read")
            yield one.run


def _take(con: Connection, one: _Asked, news: _Told, at: dt.datetime) -> None:
    """A step to be stored with others; a part of a catalogue at once."""
    if not news.source.is_reference:
        one.add(news.step)
        return
    try:
        _store_load(con, one.run, news.step, at)
    except WarehouseError as error:  # it would lose what stands
        one.run.fault = str(error)
    finally:
        news.is_stored.set()


def _store(settings: Settings, con: Connection, one: _Asked, at: dt.datetime) -> None:
    """Store the steps of a source that wait."""
    steps, run = one.steps, one.run
    if not steps:
        return
    run.take(steps, source_states.store_steps(con, run.name, steps, at, settings.raw))
    one.steps, one.size, one.characters, one.since = [], 0, 0, 0.0


def _store_load(con: Connection, run: SourceRun, loaded: Any, at: dt.datetime) -> None:
    """Store a part of a catalogue with the state of its document, in one transaction."""
    with transaction(con):
        counts = catalogues.store_load(con, loaded, at)
        source_states.store_page(con, run.name, loaded.page, loaded.cursor)
    run.new += counts.added
    run.changed += counts.changed
    run.unchanged_items += counts.records - counts.added - counts.changed
    run.withdrawn += counts.removed
    run.rejected.update(reject.reason for reject in loaded.rejects)


def _first_row(source: Source) -> SourceRow:
    return SourceRow(source.name, source.kind, True, "", int(source.interval.total_seconds()) or None)


def _next(told: "queue.Queue[_Told]") -> _Told | None:
    try:
        return told.get(timeout=_PATIENCE)
    except queue.Empty:
        return None


@contextmanager
def _threads(
    settings: Settings, con: Connection, sources: list[Source], now: Callable[[], dt.datetime]
) -> Iterator["queue.Queue[_Told]"]:
    """A few threads that ask one source after another; they end with the block, or with the process."""
    told: queue.Queue[_Told] = queue.Queue(_QUEUED_STEPS)
    waiting: queue.SimpleQueue[tuple[Source, SourceState]] = queue.SimpleQueue()
    stop = threading.Event()
    hosts = Hosts()
    for source in sources:
        waiting.put((source, _state(con, source)))

    def work() -> None:
        with suppress(queue.Empty):
            while not stop.is_set():
                source, state = waiting.get_nowait()
                _run(source, state, hosts, settings.home, now, told, stop)

    for _ in range(min(_SIDE_BY_SIDE, len(sources))):
        threading.Thread(target=work, daemon=True).start()  # an interrupt does not wait for a slow host
    try:
        yield told
    finally:
        stop.set()


def _state(con: Connection, source: Source) -> SourceState:
    row = source_states.load_rows(con)[source.name]
    pages = (PageState(**fields) for fields in source_states.load_pages(con, source.name))
    return SourceState(row.cursor, {page.key: page for page in pages})


class _StoppedError(Exception):
    """The run is over for another reason."""


def _run(
    source: Source,
    state: SourceState,
    hosts: Hosts,
    home: Path,
    now: Callable[[], dt.datetime],
    told: "queue.Queue[_Told]",
    stop: threading.Event,
) -> None:
    """Ask one source; whatever happens, it ends with a last word."""
    fault: Exception | None = None
    fetcher: Any = None
    try:
        with runner.fetcher_for(source, hosts) as fetcher:
            steps = (load if source.is_reference else runner.run)(source, state, fetcher, home, now)
            for step in steps:
                _put(told, _Told(source, step, fetcher.spent), stop)
    except _StoppedError:
        return
    except SourceError as error:
        fault = error
    except Exception as error:  # noqa: BLE001 - a fault of ours in one source must not stop the others
        fault = SourceError(f"{source.name}: {type(error).__name__}: {error}; report this fault of the program")
    try:
        _put(told, _Told(source, None, fetcher.spent if fetcher else Spent(), fault), stop)
    except _StoppedError:
        return


def _put(told: "queue.Queue[_Told]", news: _Told, stop: threading.Event) -> None:
    """Hand over, waiting for room and, of a catalogue's part, for its being stored."""
    while not stop.is_set():
        try:
            told.put(news, timeout=_PATIENCE)
            break
        except queue.Full:
            continue
    while not stop.is_set() and news.source.is_reference and news.step is not None:
        if news.is_stored.wait(_PATIENCE):
            return
    if stop.is_set():
        raise _StoppedError
