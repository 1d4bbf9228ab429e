"""A feed: its entries are pages to read, or articles that the feed carries whole.

Belongs here: from a feed to offers. Does not belong here: the formats of feeds (feeds).
"""

from collections.abc import Iterator

from sources import feeds
from sources.errors import UnreadableError
from sources.fetch import Fetcher
from sources.hints import Hints, stamp_of
from sources.listing import Memory, Offer, broken_off, fetch_listing, is_as_before, listed, unreadable
from sources.settings_kinds import FeedSource
from sources.steps import Step


def listings(source: FeedSource, memory: Memory, fetcher: Fetcher) -> Iterator[Step]:
    """One step with what the feed offers; entries that it no longer holds are left as they are.

    Raises:
        SourceError: the feed cannot be had, is none, or breaks off: what it offers till there is told before.
    """
    state = memory.listing(source.url)
    answer = fetch_listing(fetcher, state)
    if is_as_before(state, answer):
        yield Step(pages=(listed(state, answer, memory.now()),))
        return
    try:
        feed = feeds.parse_feed(answer.body, answer.url, answer.charset)
    except UnreadableError as error:
        raise unreadable(source.url, error) from None
    problems = list(feed.problems)
    offers = [offer for entry in feed.entries if (offer := _offer(source, feed, entry, problems))]
    pages, same = memory.offered(offers)
    done = (listed(state, answer, memory.now()),) if feed.is_whole else ()  # one that breaks off is asked for anew
    yield Step(items=memory.problems(source.url, problems), pages=(*pages, *done), same=tuple(same))
    if not feed.is_whole:
        raise broken_off(source.url)


def _offer(source: FeedSource, feed: feeds.Feed, entry: feeds.Entry, problems: list[str]) -> Offer | None:
    """What an entry offers; None for one that has neither a page nor, where that is asked for, a text."""
    is_whole = source.content == "feed"
    if entry.url is None and not is_whole:
        problems.append(f"entry without an address: {ascii(entry.title or entry.entry_id)[:100]}")
        return None
    hints = Hints(
        title=entry.title,
        published=entry.published,
        outlet=source.outlet or (feed.title if is_whole else None),
        byline=entry.byline,
        language=feed.language or source.language,
        entry_id=entry.entry_id,
        content=entry.content if is_whole else None,
        is_whole=is_whole,
    )
    stamp = stamp_of(entry.title, entry.published, entry.changed, hints.content)
    return Offer(entry.url or "", hints, stamp)
