"""Reading again, offline, what was kept as it came: after the store was lost, or when a rebuild is asked for.

Belongs here: which kept pages are read again and how, which sources can be read again without asking anybody, and what
cannot. Does not belong here: the files that hold the pages (`warehouse.raw_pages`), what a page says (`sources.pages`),
running the sources (`asking`).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from urllib.parse import urlsplit

from orchestration.progress import current
from orchestration.reading import Chosen
from orchestration.settings import Settings
from orchestration.source_runs import SourceRun
from sources.article import Article, Reject
from sources.settings_base import PagesSource, Source
from sources.state import PageState
from warehouse import kept_documents, raw_pages, source_states, store, withdrawals
from warehouse.connect import Connection, transaction
from warehouse.raw_pages import KeptPage

_TOGETHER = 500
_PLACES = ("url", "launch", "orgs", "sites", "satcat")


def begin(con: Connection, settings: Settings, *, rebuild: bool) -> bool:
    """Find again what a lost store knew: kept pages, to be read, and withdrawals. Returns whether the store is new."""
    is_new = not source_states.load_rows(con)
    if is_new:
        with transaction(con):
            withdrawals.restore(con, settings.raw)
    if is_new or rebuild:
        raw_pages.find_again(con, settings.raw)
    return is_new


def kept_pages(con: Connection, *, rebuild: bool) -> list[KeptPage]:
    """The kept pages to read again: those of a lost store that wait; in a rebuild also the newest of each address."""
    waiting = raw_pages.waiting(con)
    if not rebuild:
        return waiting
    known = {page.raw_id for page in waiting}
    return [*waiting, *(page for page in raw_pages.newest(con) if page.raw_id not in known)]


def read_again(
    con: Connection, settings: Settings, chosen: Chosen, pages: list[KeptPage], at: dt.datetime
) -> Iterator[SourceRun]:
    """Read kept pages into the store as they were read the first time; yields a run for each source."""
    rechecks = {s.name: dt.timedelta(days=s.recheck_days) for s in chosen.asked if isinstance(s, PagesSource)}
    for name, some in groupby(sorted(pages, key=lambda page: (page.origin, page.fetched_at)), lambda page: page.origin):
        run = SourceRun(name, "kept pages")
        ordered = list(some)
        first_seen: dict[str, dt.datetime] = {}
        for page in ordered:
            first_seen.setdefault(page.url, page.fetched_at)
        lost = 0
        for start in range(0, len(ordered), _TOGETHER):
            lost += _read_some(con, settings, run, ordered[start : start + _TOGETHER], first_seen, rechecks, at)
        run.end(f"{lost:,} of its {len(ordered):,} kept pages are lost or damaged" if lost else None)
        yield run


def _read_some(
    con: Connection,
    settings: Settings,
    run: SourceRun,
    pages: list[KeptPage],
    first_seen: dict[str, dt.datetime],
    rechecks: dict[str, dt.timedelta],
    at: dt.datetime,
) -> int:
    """Read pages of one source, store what they say and what is to be remembered of them; returns how many are lost.

    A page waits until what it says is stored: a run that is killed in between reads it again.
    """
    read = [found for page in pages if (found := _read(settings, page, rechecks.get(run.name))) is not None]
    items = [item for item, _ in read]
    states = [replace(state, first_seen_at=first_seen[state.url]) for _, state in read]
    run.count(items, store.ingest(con, items, [], at))
    with transaction(con):
        dated = [(i.article_id, i.content_hash, s.asked_at) for i, s in read if isinstance(i, Article) and s.asked_at]
        source_states.date_back(con, dated)
        source_states.restore_pages(con, run.name, states if run.name in rechecks else [])
        raw_pages.note(con, [page._replace(is_waiting=None) for page in pages])
    current().advance("read", len(pages))
    return len(pages) - len(read)


def _read(
    settings: Settings, page: KeptPage, recheck: dt.timedelta | None
) -> tuple[Article | Reject, PageState] | None:
    """The article of a kept page, or why there is none, and the state of the page; None where its file is lost."""
    from sources.kept import page_state
    from sources.pages import read_page  # the extraction of main text takes a quarter of a second to import
    from sources.steps import RawPage

    fields = raw_pages.read(settings.raw, page.raw_id)
    if fields is None:
        return None
    raw = RawPage(**fields)
    item = read_page(raw)
    return item, page_state(raw, item, recheck or dt.timedelta(0))


def offline_sources(settings: Settings, chosen: Chosen, *, rebuild: bool) -> list[Source]:
    """The sources that are read again without asking anybody, page by page beside the kept ones.

    In a rebuild archives and catalogues; after the store was lost those catalogues whose documents were kept (files of
    one's own are read then as those of any new source).
    """
    wanted = [source for source in chosen.asked if not settings.only or source.name in settings.only]
    if rebuild:
        return [source for source in wanted if source.is_reference or source.kind == "archive"]
    return [
        source
        for source in wanted
        if source.is_reference and asks_hosts(source) and any(kept_documents.every(settings.raw, source.name))
    ]


def asks_hosts(source: Source) -> bool:
    """Whether what the source reads lies elsewhere: not in files of one's own, nor in an installed library."""
    if source.kind == "launch_library":
        return True
    return any(is_web(getattr(source, name, None)) for name in _PLACES)


def is_web(place: str | None) -> bool:
    """Whether a place is an address, not a path."""
    return place is not None and urlsplit(place).scheme in ("http", "https")


def not_made_again(con: Connection, chosen: Chosen, *, is_new: bool) -> dict[str, str]:
    """What a rebuild cannot make again offline, a line for each source of pages."""
    told = {}
    kept = {name for (name,) in con.execute("select distinct origin from raw_pages").fetchall()}
    stays = "a refresh without --rebuild asks for it" if is_new else "what was read stays as it is"
    query = (
        "select count(*) from source_pages as pages where origin = ? and article_id is not null and not exists "
        "(from raw_pages where raw_pages.origin = pages.origin and raw_pages.url = pages.url)"
    )
    known = {name for (name,) in con.execute("select distinct origin from source_pages").fetchall()}
    for source in chosen.asked:
        if not isinstance(source, PagesSource) or not (is_new or source.name in known):
            continue
        if source.name not in kept:
            told[source.name] = f"no page of it is kept, so that nothing is read again offline; {stays}"
        elif missing := con.execute(query, [source.name]).fetchall()[0][0]:
            told[source.name] = f"{missing:,} of its pages are not kept, so that they are not read again; {stays}"
    return told
