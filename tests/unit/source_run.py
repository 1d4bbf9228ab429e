"""A source that runs against a web site of the test's own, day after day, with a store that may be killed.

Belongs here: the site's pages and the store in its simplest form. Does not belong here: what is expected (the tests).
"""

import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sources import runner
from sources.article import Article, Reject
from sources.errors import SourceError
from sources.exchange import Limits
from sources.fetch import Fetcher, Spent
from sources.hosts import Hosts
from sources.settings import parse
from sources.state import PageState, SourceState
from sources.steps import RawPage, Step

SENTENCES = (
    "The two agencies signed a memorandum of understanding on a ground station near the equator.",
    "Engineers of both sides will meet twice a year to agree on frequencies and schedules.",
    "The station is to track satellites of either country, and to hand on their data within the hour.",
    "No sum was named, and the ministry said that work would begin before the rains.",
)
RUSSIAN = (
    "Роскосмос и Китайское национальное космическое управление подписали меморандум о создании лунной станции. "
    "Стороны договорились обмениваться данными и готовить экипажи вместе. "
    "Первый запуск намечен на конец десятилетия, сообщили в ведомстве."
)


def page(title: str, text: str = " ".join(SENTENCES), head: str = "") -> str:
    """A page of an outlet with one article."""
    return (
        f'<html lang="en"><head><title>{title}</title>{head}</head><body><nav>Home Sport</nav>'
        f"<article><h1>{title}</h1><p>{text}</p></article><footer>All rights reserved</footer></body></html>"
    )


def rss(*items: str, title: str = "Skypost") -> str:
    """A feed of these items."""
    return f"<rss version='2.0'><channel><title>{title}</title>{''.join(items)}</channel></rss>"


def item(link: str, title: str = "A station", date: str = "Tue, 09 Mar 2021 10:00:00 GMT", more: str = "") -> str:
    """An item of a feed."""
    return f"<item><link>{link}</link><title>{title}</title><pubDate>{date}</pubDate>{more}</item>"


class Clock:
    """Seconds that pass at once when somebody sleeps."""

    def __init__(self) -> None:
        self.slept = 0.0

    def __call__(self) -> float:
        """Monotonic seconds."""
        return time.monotonic() + self.slept

    def sleep(self, seconds: float) -> None:
        """Let them pass."""
        self.slept += seconds


class KilledError(Exception):
    """The process dies here."""


@dataclass
class Run:
    """A source, what it has stored, and the time that passes for it.

    Attributes:
        articles: text by article id, the last one that was stored.
        fault: what the last run raised at its end.
        spent: what the last run cost.
    """

    settings: str
    home: Path = field(default_factory=Path)
    now: dt.datetime = dt.datetime.fromisoformat("2021-03-10T12:00:00")
    cursor: str = ""
    pages: dict[str, PageState] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    stored: list[Article] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    raws: dict[str, RawPage] = field(default_factory=dict)
    fault: SourceError | None = None
    spent: Spent = field(default_factory=Spent)

    def steps(self) -> Iterator[Step]:
        """What the source hands over now."""
        [source] = parse(self.settings.encode()).source
        fetcher = runner.fetcher_for(source, Hosts())
        limits = Limits(body_bytes=200_000, seconds=1.0, wait_seconds=0.4)
        private, clock = fetcher.allow_private, Clock()
        with Fetcher(limits, fetcher.user_agent, fetcher.hosts, private, clock, clock.sleep) as fetcher:
            self.spent = fetcher.spent
            state = SourceState(self.cursor, dict(self.pages))
            yield from runner.run(source, state, fetcher, self.home, lambda: self.now)

    def go(self, kill_after: int | None = None, days: float = 0) -> list[Step]:
        """Let time pass, run, and store step by step; with `kill_after` die before that step is stored."""
        self.now += dt.timedelta(days=days)
        self.fault = None
        done: list[Step] = []
        try:
            for number, step in enumerate(self.steps()):
                if number == kill_after:
                    raise KilledError
                self.store(step)
                done.append(step)
        except SourceError as error:
            self.fault = error
        return done

    def store(self, step: Step) -> None:
        """Store a step whole."""
        for one in step.items:
            if isinstance(one, Reject):
                self.rejects.append(one)
            else:
                self.stored.append(one)
                self.articles[one.article_id] = one
        for state in step.pages:
            self.pages[state.key] = state
        if step.raw is not None:
            self.raws[step.raw.url] = step.raw
        self.withdrawn.extend(step.withdrawn)
        if step.cursor is not None:
            self.cursor = step.cursor

    @property
    def titles(self) -> list[str | None]:
        """Of all articles that were stored, in order of storing."""
        return [article.title for article in self.stored]

    @property
    def reasons(self) -> list[str]:
        """Of all rejects, in order."""
        return [reject.reason for reject in self.rejects]


def web(kind: str, url: str, **keys: object) -> str:
    """Settings of one source that may ask 127.0.0.1."""
    lines = [
        f"{name} = {value!r}" if not isinstance(value, bool) else f"{name} = {str(value).lower()}"
        for name, value in keys.items()
    ]
    return "\n".join(
        ["[[source]]", 'name = "skypost"', f'kind = "{kind}"', f'url = "{url}"', "allow_private = true", *lines]
    )
