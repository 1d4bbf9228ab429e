"""The Spaceflight News API, version 4: articles of many outlets by address and summary.

Belongs here: asking the API for what changed since the last time, and its fields by name. Does not belong here: the
pages themselves (asking); where one cannot be had, the API's summary stands for it with a note.
"""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from sources.dates import iso_day
from sources.decode import tidy
from sources.errors import SourceError
from sources.fetch import Fetcher
from sources.hints import Hints, stamp_of
from sources.identity import canonical_url
from sources.listing import Memory, Offer
from sources.renamed import named
from sources.settings_kinds import SpaceflightNewsSource
from sources.state import cursor_of, cursor_text
from sources.steps import Step

_AT_ONCE = 100
_MOST_REQUESTS = 2_000
_FIRST_DAYS = 30
_NEEDED = ("id", "title", "url", "news_site", "summary", "published_at", "updated_at")


def listings(source: SpaceflightNewsSource, memory: Memory, fetcher: Fetcher) -> Iterator[Step]:
    """A step for each hundred articles that are new or changed, in the order of their changes.

    Asked is always for what changed at or after the last change that was seen, never for a page number: what changes
    meanwhile cannot push anything past us.

    Raises:
        SourceError: the API cannot be had, or answers in another form than version 4.
    """
    since = cursor_of(memory.cursor).get("updated_at") or _beginning(source, memory)
    offset = 0
    for _ in range(_MOST_REQUESTS):
        results = _ask(source, fetcher, since, offset)
        problems: list[str] = []
        offers = [offer for result in results if (offer := _offer(source, result, problems))]
        pages, same = memory.offered(offers)
        newest = max((result["updated_at"] for result in results), key=_moment, default=since)
        yield Step(
            items=memory.problems(source.url, problems),
            pages=tuple(pages),
            cursor=cursor_text({"updated_at": newest}),
            same=tuple(same),
        )
        if len(results) < _AT_ONCE:
            return
        # A hundred changes of one moment: go on within it.
        offset = offset + len(results) if _moment(newest) == _moment(since) else 0
        since = newest


def _beginning(source: SpaceflightNewsSource, memory: Memory) -> str:
    day = source.since or (memory.now() - dt.timedelta(days=_FIRST_DAYS)).date()
    return f"{day.isoformat()}T00:00:00Z"


def _ask(source: SpaceflightNewsSource, fetcher: Fetcher, since: str, offset: int) -> list[dict[str, Any]]:
    """Articles that changed at `since` or later, the earliest change first."""
    query: dict[str, str | int] = {"limit": _AT_ONCE, "ordering": "updated_at", "updated_at_gte": since}
    if offset:
        query["offset"] = offset
    if source.outlets:
        query["news_site"] = ",".join(source.outlets)
    answer = fetcher.get(f"{source.url}?{urlencode(query)}")
    try:
        found = json.loads(answer.body)
        results = found["results"]
    except (ValueError, RecursionError, KeyError, TypeError):
        raise SourceError(f"{source.url}: no JSON with results; is it version 4 of the API?") from None
    if not isinstance(results, list) or not all(isinstance(result, dict) for result in results):
        raise SourceError(f"{source.url}: results is no list of articles; is it version 4 of the API?")
    for result in results:
        missing = [name for name in _NEEDED if name not in result]
        if missing:
            spare = [str(name) for name in result if name not in _NEEDED]
            told = f"an article has no field {named(missing, spare)}"
            raise SourceError(f"{source.url}: {told}; the API changed, and so must we")
    if any(_moment(result["updated_at"]) < _moment(since) for result in results):
        raise SourceError(f"{source.url}: articles changed before {since} were sent; updated_at_gte is not understood")
    return results


def _offer(source: SpaceflightNewsSource, result: dict[str, Any], problems: list[str]) -> Offer | None:
    url = canonical_url(str(result["url"])) and str(result["url"]).strip()
    if not url:
        problems.append(f"article {ascii(result['id'])[:40]} without a web address: {ascii(result['url'])[:60]}")
        return None
    authors = result.get("authors")
    names = [str(author.get("name") or "") for author in authors or () if isinstance(author, dict)]
    hints = Hints(
        title=tidy(str(result["title"] or "")) or None,
        published=iso_day(result["published_at"]),
        outlet=str(result["news_site"] or "") or source.outlet,
        byline=", ".join(filter(None, names)) or None,
        language=source.language,
        entry_id=str(result["id"]),
        content=tidy(str(result["summary"] or "")) or None,
        is_fallback=True,
    )
    return Offer(url, hints, stamp_of(hints.title, hints.content, str(result["updated_at"])))


def _moment(value: object) -> dt.datetime:
    """A time of the API.

    Raises:
        SourceError: it is none.
    """
    try:
        moment = dt.datetime.fromisoformat(str(value))
    except ValueError:
        raise SourceError(f"updated_at {ascii(value)[:40]} is no time; the API changed, and so must we") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
