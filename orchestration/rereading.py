"""Reading again, offline, the pages that were kept as they came.

Belongs here: which kept pages are read again, and how: after the store was lost, or when a rebuild is asked for. Does
not belong here: the files that hold them (`warehouse.raw_pages`), or what a page says (`sources.pages`).
"""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from orchestration.progress import current
from orchestration.settings import Settings
from orchestration.source_runs import SourceRun
from sources.article import Article, Reject
from warehouse import raw_pages, source_states, store
from warehouse.connect import Connection
from warehouse.raw_pages import KeptPage

_TOGETHER = 500


def kept_pages(con: Connection, settings: Settings, *, rebuild: bool) -> list[KeptPage]:
    """The kept pages to read again: the newest of each address in a rebuild; all of them in a store made anew."""
    is_new = not source_states.load_rows(con)
    if is_new or rebuild:
        raw_pages.find_again(con, settings.raw)
    if is_new:
        return raw_pages.every(con)
    return raw_pages.newest(con) if rebuild else []


def read_again(con: Connection, settings: Settings, pages: list[KeptPage], at: dt.datetime) -> Iterator[SourceRun]:
    """Read kept pages into the store as they were read the first time; yields a run for each source."""
    for name, some in groupby(sorted(pages, key=lambda page: (page.origin, page.fetched_at)), lambda page: page.origin):
        run = SourceRun(name, "kept pages")
        waiting = list(some)
        while waiting:
            items = [item for page in waiting[:_TOGETHER] if (item := _item(settings, page)) is not None]
            waiting = waiting[_TOGETHER:]
            run.count(items, store.ingest(con, items, [], at))
            current().advance("read", len(items))
        run.end()
        yield run


def _item(settings: Settings, page: KeptPage) -> Article | Reject | None:
    """The article of a kept page, or why there is none; None where its file is lost."""
    from sources.pages import read_page  # the extraction of main text takes a quarter of a second to import
    from sources.steps import RawPage

    fields = raw_pages.read(settings.raw, page.raw_id)
    return read_page(RawPage(**fields)) if fields is not None else None
