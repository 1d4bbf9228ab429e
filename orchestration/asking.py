"""Asking the sources that are no folders, side by side, and storing what they hand over step by step.

Belongs here: threads, the queue between them and the one writer, and when a batch of steps is stored. Does not belong
here: how a source is asked (`sources.runner`, `sources.reference`), how a step is stored (`warehouse.source_states`).
One failing source never stops another: its fault is noted, and when it may be tried again.
"""

import datetime as dt
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from orchestration import host_list
from orchestration.progress import current
from orchestration.rereading import asks_hosts, is_web
from orchestration.settings import Settings
from orchestration.source_runs import SourceRun, first_row, row_after
from sources import runner
from sources.errors import SourceError
from sources.fetch import Fetcher, Spent
from sources.hosts import Hosts
from sources.reference.loading import load, load_kept
from sources.settings_base import Source
from sources.state import PageState, SourceState
from sources.steps import RawPage
from warehouse import catalogues, kept_documents, raw_pages, source_states
from warehouse.connect import Connection, transaction
from warehouse.errors import WarehouseError

_SIDE_BY_SIDE = 8
_QUEUED_STEPS = 4  # a step of an archive is some hundred articles
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
        worked: seconds that the source took for its own work and its hosts' answers, without waits.
        is_stored: set when the step is stored: a catalogue goes on only then.
    """

    source: Source
    step: Any
    spent: Any
    worked: float
    fault: Exception | None = None
    is_stored: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class _Task:
    """A source to be run.

    Attributes:
        state: what it remembers.
        kept: where it is read again offline, its kept documents; None where hosts are asked.
        unstored: pages that a killed run fetched and did not store.
        is_wanted: a person asks for it by its name.
    """

    source: Source
    state: SourceState
    kept: Iterable[RawPage] | None
    unstored: Mapping[str, RawPage]
    is_wanted: bool

    def steps(self, fetcher: Fetcher, home: Path, now: Callable[[], dt.datetime]) -> Iterator[Any]:
        """Run it."""
        if not self.source.is_reference:
            wanted, unstored = self.is_wanted, self.unstored
            return runner.run(self.source, self.state, fetcher, home, now, is_wanted=wanted, unstored=unstored)
        if self.kept is not None:
            return load_kept(self.source, self.state, self.kept, home, now)
        return load(self.source, self.state, fetcher, home, now)


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
    is_over: bool = False

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
    settings: Settings,
    con: Connection,
    sources: list[Source],
    now: Callable[[], dt.datetime],
    *,
    is_offline: bool = False,
) -> Iterator[SourceRun]:
    """Ask sources, store all that they give, and yield each one's run when it has ended.

    Args:
        settings: the home.
        con: the store; this thread alone uses it.
        sources: those to ask.
        now: UTC without zone.
        is_offline: read again, from the beginning, what lies there or was kept; no host is asked.
    """
    source_states.list_first(con, map(first_row, sources))
    rows = source_states.load_rows(con)
    asked = {source.name: _Asked(SourceRun(source.name, source.kind, source.is_reference)) for source in sources}
    early = {} if is_offline else raw_pages.unstored(settings.raw)
    with _threads(settings, [_task(settings, con, source, early, is_offline) for source in sources], now) as told:
        while not all(one.is_over for one in asked.values()):
            news = _next(told)
            for one in asked.values():
                if one.is_full or (news and news.step is None and news.source.name == one.run.name):
                    _store(settings, con, one, now())
            if news is None:
                continue
            one = asked[news.source.name]
            one.run.requests, one.run.received_bytes = news.spent.requests, news.spent.received_bytes
            one.run.seconds, one.run.waited_seconds = round(news.worked, 3), round(news.spent.waited, 3)
            if news.step is not None:
                one.done, one.left = one.done + 1, news.step.waiting
                current().expect("read", sum(other.done + other.left for other in asked.values()))
                current().advance("read")
                _take(settings, con, one, news, now())
                continue
            one.is_over = True
            one.run.fail(one.run.fault or news.fault)
            if not (is_offline and asks_hosts(news.source)):  # of those nobody knows how they are now
                source_states.save_row(con, row_after(one.run, rows.get(news.source.name), news.source, now()))
            current().advance("read")
            yield one.run


def _take(settings: Settings, con: Connection, one: _Asked, news: _Told, at: dt.datetime) -> None:
    """A step to be stored with others; a part of a catalogue at once."""
    if not news.source.is_reference:
        one.add(news.step)
        return
    try:
        _store_load(settings, con, one.run, news.step, at)
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
    for step in steps:
        run.leave(step.left)
    one.steps, one.size, one.characters, one.since = [], 0, 0, 0.0


def _store_load(settings: Settings, con: Connection, run: SourceRun, loaded: Any, at: dt.datetime) -> None:
    """Store a part of a catalogue with the state of its document, in one transaction."""
    with transaction(con):
        counts = catalogues.store_load(con, loaded, at)
        source_states.store_page(con, run.name, loaded.page, loaded.cursor)
    if loaded.raw is not None:
        kept_documents.keep(settings.raw, loaded.raw)
    run.waiting = loaded.waiting
    run.new += counts.added
    run.changed += counts.changed
    run.unchanged_items += counts.records - counts.added - counts.changed
    run.withdrawn += counts.removed
    run.rejected.update(reject.reason for reject in loaded.rejects)


def _next(told: "queue.Queue[_Told]") -> _Told | None:
    try:
        return told.get(timeout=_PATIENCE)
    except queue.Empty:
        return None


@contextmanager
def _threads(settings: Settings, tasks: list[_Task], now: Callable[[], dt.datetime]) -> Iterator["queue.Queue[_Told]"]:
    """A few threads that run one source after another; they end with the block, or with the process."""
    told: queue.Queue[_Told] = queue.Queue(_QUEUED_STEPS)
    waiting: queue.SimpleQueue[_Task] = queue.SimpleQueue()
    stop = threading.Event()
    hosts = Hosts(host_list.load(settings.host_list), now, lambda rests: host_list.save(settings.host_list, rests))
    for task in tasks:
        waiting.put(task)

    def work() -> None:
        with suppress(queue.Empty):
            while not stop.is_set():
                _run(waiting.get_nowait(), hosts, settings, now, told, stop)

    for _ in range(min(_SIDE_BY_SIDE, len(tasks))):
        threading.Thread(target=work, daemon=True).start()  # an interrupt does not wait for a slow host
    try:
        yield told
    finally:
        stop.set()


def _task(
    settings: Settings, con: Connection, source: Source, early: Mapping[str, list[dict[str, Any]]], is_offline: bool
) -> _Task:
    """A source with what is known of it; offline it is read from its beginning."""
    row = source_states.load_rows(con)[source.name]
    documents = (RawPage(**fields) for fields in kept_documents.every(settings.raw, source.name))
    if is_offline:
        return _Task(source, SourceState(row.cursor if source.is_reference else ""), documents, {}, False)
    pages = [PageState(**fields) for fields in source_states.load_pages(con, source.name)]
    if source.is_reference:  # a document that was not kept is had anew, to be kept
        pages = [p for p in pages if not is_web(p.url) or kept_documents.is_kept(settings.raw, source.name, p.url)]
    unstored = {fields["url"]: RawPage(**fields) for fields in early.get(source.name, ())}
    state = SourceState(row.cursor, {page.key: page for page in pages})
    return _Task(source, state, None, unstored, source.name in settings.only)


class _StoppedError(Exception):
    """The run is over for another reason."""


def _run(
    task: _Task,
    hosts: Hosts,
    settings: Settings,
    now: Callable[[], dt.datetime],
    told: "queue.Queue[_Told]",
    stop: threading.Event,
) -> None:
    """Run one source; whatever happens, it ends with a last word."""
    source = task.source
    fault: Exception | None = None
    spent, worked = Spent(), 0.0
    try:
        with runner.fetcher_for(source, hosts) as fetcher:
            spent = fetcher.spent
            steps = task.steps(fetcher, settings.home, now)
            while True:
                began = time.monotonic()
                try:
                    step = next(steps, None)
                    if step is not None and step.raw is not None and step.raw.body and not source.is_reference:
                        raw_pages.keep_early(settings.raw, step.raw)
                finally:
                    worked += time.monotonic() - began
                if step is None:
                    break
                _put(told, _Told(source, step, spent, max(worked - spent.waited, 0.0)), stop)
    except _StoppedError:
        return
    except SourceError as error:
        fault = error
    except Exception as error:  # noqa: BLE001 - a fault of ours in one source must not stop the others
        fault = SourceError(f"{source.name}: {type(error).__name__}: {error}; report this fault of the program")
    with suppress(_StoppedError):
        _put(told, _Told(source, None, spent, max(worked - spent.waited, 0.0), fault), stop)


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
