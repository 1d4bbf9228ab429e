"""A sitemap or an index of sitemaps: its addresses are pages to read.

Belongs here: from sitemaps to offers, index by index. Does not belong here: the format of sitemaps (sitemaps).
"""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace

from sources import sitemaps
from sources.dates import iso_day
from sources.errors import SourceError, TransientSourceError, UnreadableError
from sources.fetch import Fetcher
from sources.hints import Hints, stamp_of
from sources.listing import Memory, Offer, broken_off, fetch_listing, is_as_before, listed, unreadable
from sources.settings_kinds import SitemapSource
from sources.sitemaps import SitemapPage
from sources.state import PageState
from sources.steps import Step

_DEEPEST = 3
_REBUILT_FROM = 20
_MOST_SITEMAPS = 2_000
_LARGEST = 50 * 1024 * 1024  # of the protocol


def listings(source: SitemapSource, memory: Memory, fetcher: Fetcher) -> Iterator[Step]:
    """A step for each sitemap that changed since it was read last; a sitemap that fails does not stop the others.

    A dead sitemap that an index still names is told as a reject: indexes of real sites have such.

    Raises:
        SourceError: the source's own sitemap cannot be had or is none, or one that it names may be had later or breaks
            off; told when all others have been read.
    """
    faults: list[SourceError] = []
    queue = [(SitemapPage(source.url, None), 1)]
    asked = {source.url}
    while queue:
        entry, depth = queue.pop(0)
        try:
            named, is_whole = yield from _read(source, entry, memory, fetcher)
        except TransientSourceError as error:
            faults.append(error)
            continue
        except SourceError as error:
            if depth == 1:
                raise
            yield Step(items=memory.problems(entry.url, [f"a sitemap of the index: {error}"]))
            continue
        if not is_whole:
            faults.append(broken_off(entry.url))
        for child in named:
            if child.url not in asked and depth < _DEEPEST and len(asked) < _MOST_SITEMAPS:
                asked.add(child.url)
                queue.append((child, depth + 1))
    if faults:
        raise faults[0]


def _read(
    source: SitemapSource, entry: SitemapPage, memory: Memory, fetcher: Fetcher
) -> Generator[Step, None, tuple[tuple[SitemapPage, ...], bool]]:
    """Ask for a sitemap, unless its index says that it is as it was.

    Returns:
        The sitemaps that it names, and whether it is whole. One that breaks off leaves no state and is asked for anew.

    An index leaves no state: it is small, and one that names no times says nothing of whether its sitemaps changed.
    """
    state = memory.listing(entry.url)
    if entry.modified and state.status == "read" and state.stamp == entry.modified:
        return (), True
    answer = fetch_listing(fetcher, state, _LARGEST)
    done = listed(state, answer, memory.now(), entry.modified or "")
    if is_as_before(state, answer):
        yield Step(pages=(done,))
        return (), True
    try:
        sitemap = sitemaps.parse_sitemap(answer.body, answer.url, answer.charset)
    except UnreadableError as error:
        raise unreadable(entry.url, error) from None
    pages, same = memory.offered(_offers(source, sitemap.pages))
    rebuilt = _rebuilt(pages, same, memory)
    pages = [replace(page, ask_after=rebuilt[page.key].ask_after) if page.key in rebuilt else page for page in pages]
    is_read = sitemap.is_whole and not sitemap.sitemaps
    yield Step(
        items=memory.problems(entry.url, sitemap.problems),
        pages=(*pages, done) if is_read else tuple(pages),
        same=(*same, *(key for key, page in rebuilt.items() if page.status != "waiting")),
    )
    return sitemap.sitemaps, sitemap.is_whole


def _rebuilt(pages: list[PageState], same: list[str], memory: Memory) -> dict[str, PageState]:
    """Known pages as they stood, where most of them are called changed at once: only the sitemap was made anew.

    Their new times are remembered, but none is asked for it: young pages are asked again once a day in any case.
    """
    changed = {page.key: memory.pages[page.key] for page in pages if page.key in memory.pages}
    return changed if len(changed) >= _REBUILT_FROM and len(changed) > len(same) else {}


def _offers(source: SitemapSource, pages: Iterable[SitemapPage]) -> Iterator[Offer]:
    """The pages that the source wants."""
    for page in pages:
        if not _is_wanted(source, page):
            continue
        hints = Hints(page.title, page.published, source.outlet, language=page.language or source.language)
        yield Offer(page.url, hints, stamp_of(page.modified, page.title))


def _is_wanted(source: SitemapSource, page: SitemapPage) -> bool:
    if source.include and not any(word in page.url for word in source.include):
        return False
    if any(word in page.url for word in source.exclude):
        return False
    day = iso_day(page.modified) or page.published
    return source.since is None or day is None or day >= source.since.isoformat()
