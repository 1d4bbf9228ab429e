"""How a person sees a refresh go on: a bar by stage on a terminal, plain lines elsewhere.

Belongs here: reporting of stages and their counts. Does not belong here: the stages. A stage calls `current()`;
whoever runs it chooses the reporter with `reporting(...)`, and without one nothing is said.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

_BARS_WIDTH = 48  # stage, bar, count and time, with the blanks between

_QUIET_SECONDS = 30.0  # after which a log is told how far a stage is

STAGES = ("read", "compare", "extract", "resolve", "curate", "match", "star", "history", "metrics", "check", "publish")


class Reporter(Protocol):
    """What a stage may tell."""

    def start(self, stage: str, total: int | None = None) -> None:
        """A stage begins; `total` items are expected, where known."""

    def advance(self, stage: str, count: int = 1) -> None:
        """That many items are done."""

    def expect(self, stage: str, more: int) -> None:
        """So many items are expected beyond those that were expected when the stage began."""

    def end(self, stage: str, summary: str) -> None:
        """The stage is done; one line says with what result."""


class Silent:
    """Says nothing: for tests and for machine-readable output."""

    def start(self, stage: str, total: int | None = None) -> None:
        """Say nothing."""

    def advance(self, stage: str, count: int = 1) -> None:
        """Say nothing."""

    def expect(self, stage: str, more: int) -> None:
        """Say nothing."""

    def end(self, stage: str, summary: str) -> None:
        """Say nothing."""


class Lines:
    """A plain line at the end of each stage, and now and then within a long one: for logs."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._began: dict[str, float] = {}
        self._done = 0
        self._told = 0.0

    def start(self, stage: str, total: int | None = None) -> None:
        """Remember when it began."""
        self._began[stage] = self._told = time.monotonic()
        self._done = 0

    def advance(self, stage: str, count: int = 1) -> None:
        """Say how far it is, where nothing was said for a while."""
        self._done += count
        now = time.monotonic()
        if now - self._told >= _QUIET_SECONDS:
            self._told = now
            seconds = now - self._began.get(stage, now)
            print(f"{stage:<8} {seconds:6.1f} s  … {self._done:,} done so far", file=self._out, flush=True)

    def expect(self, stage: str, more: int) -> None:
        """Say nothing: the lines tell what is done."""

    def end(self, stage: str, summary: str) -> None:
        """Print the stage, its seconds and its result."""
        seconds = time.monotonic() - self._began.get(stage, time.monotonic())
        print(f"{stage:<8} {seconds:6.1f} s  {summary}", file=self._out, flush=True)


class Bars:
    """A live bar for each stage: for a terminal."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}
        self._totals: dict[str, int] = {}

    def start(self, stage: str, total: int | None = None) -> None:
        """Show the stage's bar; without a total it pulses."""
        self._tasks[stage] = self._progress.add_task(stage, total=total, summary="")
        self._totals[stage] = total or 0

    def expect(self, stage: str, more: int) -> None:
        """Lengthen the bar."""
        self._progress.update(self._tasks[stage], total=self._totals[stage] + more)

    def advance(self, stage: str, count: int = 1) -> None:
        """Move the bar."""
        self._progress.advance(self._tasks[stage], count)

    def end(self, stage: str, summary: str) -> None:
        """Fill the bar and write the result beside it."""
        task = self._tasks[stage]
        total = self._progress.tasks[task].total or 1
        room = max(10, self._progress.console.width - _BARS_WIDTH)
        told = summary if len(summary) <= room else summary[: room - 1] + "…"
        self._progress.update(task, total=total, completed=total, summary=told)


_current: ContextVar[Reporter] = ContextVar("reporter")
_SILENT = Silent()


def current() -> Reporter:
    """The reporter in force; one that says nothing where none was chosen."""
    return _current.get(_SILENT)


@contextmanager
def reporting(reporter: Reporter) -> Iterator[None]:
    """Have stages report there for the time of a block."""
    token = _current.set(reporter)
    try:
        yield
    finally:
        _current.reset(token)


@contextmanager
def for_stream(out: TextIO = sys.stderr) -> Iterator[None]:
    """Report on a stream: bars where it is a terminal, else lines."""
    if not out.isatty():
        with reporting(Lines(out)):
            yield
        return
    columns = (
        TextColumn("{task.description:<8}"),
        BarColumn(bar_width=12),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[summary]}"),
    )
    with Progress(*columns, console=Console(file=out)) as progress, reporting(Bars(progress)):
        yield
