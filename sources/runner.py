"""Running one configured source: listings first, then the pages that they lead to, step by step.

Belongs here: one protocol for all kinds that yield articles, which pages are asked and in which order. Does not belong
here: what is particular to a kind (kinds), storing steps, deciding when a source runs.
"""

import datetime as dt
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sources import settings_kinds as settings
from sources.asking import Asker
from sources.errors import SourceError
from sources.exchange import Limits
from sources.fetch import Fetcher, default_user_agent
from sources.hints import hints_of
from sources.hosts import Hosts
from sources.kinds import feed, files, gdelt, page, sitemap, spaceflight_news
from sources.listing import Memory
from sources.settings_base import PagesSource, Source, WebSource
from sources.state import PageState, SourceState
from sources.steps import Left, RawPage, Step


def fetcher_for(source: Source, hosts: Hosts) -> Fetcher:
    """A client with the manners that the source asks for; to be used by one thread, and closed after use (`with`).

    Args:
        source: of any kind; one that asks no host gets a client that it does not use.
        hosts: shared by all sources of a run.
    """
    if not isinstance(source, WebSource):
        return Fetcher(hosts=hosts)
    limits = Limits(host_interval=source.seconds_between_requests, at_once=source.requests_at_once)
    return Fetcher(limits, default_user_agent(source.contact), hosts, source.allow_private)


def run(
    source: Source,
    state: SourceState,
    fetcher: Fetcher,
    home: Path,
    now: Callable[[], dt.datetime],
    *,
    is_wanted: bool = False,
    unstored: Mapping[str, RawPage] | None = None,
) -> Iterator[Step]:
    """All that a source has to tell, in steps that are each stored whole.

    It yields all that can be had and raises its fault at the end, if it met one: what the steps say holds all the same.

    Args:
        source: of a kind that yields articles.
        state: what the steps of earlier runs left.
        fetcher: of `fetcher_for`.
        home: the folder from which relative paths count.
        now: the time, UTC without zone.
        is_wanted: a person asks for just this source: its young pages are asked again too, due or not.
        unstored: pages by address that were fetched and kept by a run that was killed before it stored them.

    Raises:
        TransientSourceError: a fault that may pass.
        SourceError: one that a person must see to; a line that says what and where.
    """
    memory = Memory(source.name, state.cursor, dict(state.pages), now)
    if isinstance(source, settings.FolderSource | settings.ArchiveSource):
        for step in files.steps(source, memory, home):
            yield memory.take(step)
        return
    if not isinstance(source, PagesSource):
        raise SourceError(f"{source.name}: the kind {source.kind} yields no articles")
    recheck = dt.timedelta(days=source.recheck_days)
    memory.recheck = recheck if is_wanted else None
    asker = Asker(source.name, fetcher, recheck, now, dict(unstored or {}))
    fault: SourceError | None = None
    try:
        for step in _listings(source, memory, fetcher, home):
            yield memory.take(step)
    except SourceError as error:
        fault = error
    due = _due(memory, now())
    put_off: dict[str, str] = {}
    for state_of_page in _in_turn(due, source.pages_per_run):
        step = asker.ask(state_of_page)
        put_off[state_of_page.key] = step.deferred
        if step.pages:
            yield memory.take(step)
    yield memory.take(Step(left=_left(memory, due, put_off, fetcher, now())))
    if fault is not None:
        raise fault


def _listings(source: PagesSource, memory: Memory, fetcher: Fetcher, home: Path) -> Iterator[Step]:
    if isinstance(source, settings.GdeltSource):
        return gdelt.listings(source, memory, fetcher, home)
    kinds: dict[str, Callable[[Any, Memory, Fetcher], Iterator[Step]]] = {
        "feed": feed.listings,
        "sitemap": sitemap.listings,
        "page": page.listings,
        "spaceflight_news": spaceflight_news.listings,
    }
    return kinds[source.kind](source, memory, fetcher)


def _due(memory: Memory, now: dt.datetime) -> list[PageState]:
    """Pages to read now: first what waits, in the order of its coming, then what is asked again."""
    due = [state for state in memory.pages.values() if memory.is_asked(state, now)]
    return sorted(due, key=lambda state: (state.status != "waiting", state.ask_after or state.first_seen_at, state.key))


def _in_turn(due: list[PageState], most: int) -> list[PageState]:
    """First the pages that a listing carried, which cost nothing, then so many others at most, hosts by turns."""
    carried: list[PageState] = []
    to_ask: list[PageState] = []
    for state in due:
        (carried if hints_of(state.hints).is_whole else to_ask).append(state)
    return carried + _by_turns(to_ask[:most])


def _left(memory: Memory, due: list[PageState], put_off: Mapping[str, str], fetcher: Fetcher, now: dt.datetime) -> Left:
    """What was not done: what did not get its turn, files of pages too, and pages put off, now or in an earlier run.

    Args:
        memory: the source, after the run.
        due: the pages that were to be asked.
        put_off: why each page that was asked was put off; empty where it was not.
        fetcher: knows which hosts are left alone until when.
        now: the time.
    """
    reasons = Counter(reason for reason in put_off.values() if reason)
    rests = (fetcher.hosts.rest_of(memory.pages[key].url) for key, reason in put_off.items() if reason)
    again = [now + dt.timedelta(seconds=rest[1]) for rest in rests if rest]
    was_due = {state.key for state in due}
    for known in memory.pages.values():
        if known.kind == "page" and known.failures and known.ask_after is not None:
            again.append(known.ask_after)
            if known.key not in was_due:
                reasons["failed before"] += 1
    waiting = sum(state.key not in put_off for state in due) + memory.unread_listings
    return Left(waiting, tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))), min(again, default=None))


def _by_turns(pages: list[PageState]) -> list[PageState]:
    """The pages with their hosts in turn, so that waiting out of courtesy to one is time to ask another."""
    queues: defaultdict[str, deque[PageState]] = defaultdict(deque)
    for state in pages:
        queues[urlsplit(state.url).netloc].append(state)
    found = []
    while queues:
        for host in list(queues):
            found.append(queues[host].popleft())
            if not queues[host]:
                del queues[host]
    return found
