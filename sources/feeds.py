"""RSS, Atom and JSON Feed: what a feed offers.

Belongs here: a feed's bytes to its entries. Does not belong here: fetching, or deciding what is new. Dates are read
as written: ready-made parsers move them to UTC, and fill what is missing from the current day.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from sources.dates import iso_day
from sources.decode import decode, tidy
from sources.errors import UnreadableError
from sources.identity import absolute_url, url_key
from sources.markup import Element, children, first_text, markup_within, name_of, plain, text_of, xml_document

_XML = "{http://www.w3.org/XML/1998/namespace}"
_ROOTS = ("rss", "feed", "rdf")
_ENTRIES = ("item", "entry")
_DATES = ("pubdate", "published", "issued", "date", "updated", "modified")
_MOST_ENTRIES = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    Attributes:
        url: absolute address of its page as given, or None where it has none.
        entry_id: what the feed calls it; unique within the feed where there is no address.
        published: ISO day, as written.
        content: HTML of the text that the feed carries, often only a beginning.
        changed: its last change as the feed words it; compared for being the same, not read as a time.
    """

    url: str | None
    entry_id: str | None
    title: str | None
    published: str | None
    byline: str | None
    content: str | None
    changed: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with its entries, each once, in its own order.

    Attributes:
        problems: what was offered and could not be taken, one line each.
        is_whole: False where it breaks off: its whole entries are here, and there may have been more.
    """

    title: str | None
    language: str | None
    entries: tuple[Entry, ...]
    problems: tuple[str, ...]
    is_whole: bool = True


def parse_feed(data: bytes, url: str, charset: str | None = None) -> Feed:
    """The entries of a feed.

    Args:
        data: RSS, Atom or JSON Feed; a broken or cut one is read as far as it goes.
        url: where it was fetched; relative links count from there.
        charset: as the response declared it.

    Raises:
        UnreadableError: reason `empty`, `not text`, `not XML` or `not a feed`.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_feed(data, url, charset)
    root, is_whole = xml_document(data, charset, _ENTRIES)
    if name_of(root) not in _ROOTS:
        raise UnreadableError("not a feed", f"<{name_of(root)[:40]}> where <rss>, <feed> or <rdf> belongs")
    base = urljoin(url, root.get(_XML + "base") or "")
    channel = next(children(root, "channel"), root)
    items = [element for element in root.iter() if name_of(element) in _ENTRIES]
    feed = _feed(
        first_text(channel, "title"),
        first_text(channel, "language") or root.get(_XML + "lang"),
        (_xml_entry(item, base) for item in items),
    )
    return replace(feed, is_whole=is_whole)


def _feed(title: str | None, language: str | None, entries: Iterable[Entry]) -> Feed:
    """A feed of each entry once; a second one under the same name is told, not taken."""
    taken: dict[str, Entry] = {}
    problems: list[str] = []
    for entry in entries:
        key = url_key(entry.url) if entry.url else entry.entry_id
        label = entry.title or entry.entry_id or entry.url or "without a title"
        if key is None:
            problems.append(f"entry with neither address nor id: {ascii(label)[:100]}")
        elif key in taken:
            if taken[key] != entry:
                problems.append(f"second entry under one name: {ascii(key)[:100]}")
        elif len(taken) == _MOST_ENTRIES:
            problems.append(f"more than {_MOST_ENTRIES} entries; the rest is left")
            break
        else:
            taken[key] = entry
    return Feed(_line(title), _language(language), tuple(taken.values()), tuple(problems))


def _xml_entry(item: Element, base: str) -> Entry:
    base = urljoin(base, item.get(_XML + "base") or "")
    author = next(children(item, "author"), None)
    name = first_text(author, "name") if author is not None else None
    return Entry(
        url=_first_url(_links(item), base),
        entry_id=_line(first_text(item, "guid", "id")),
        title=_line(first_text(item, "title")),
        published=_first_day(
            map(text_of, children(item, "pubdate", "published", "issued", "date", "updated", "modified"))
        ),
        byline=_line(name or first_text(item, "creator", "author")),
        content=_content(item),
        changed=_line(first_text(item, "updated", "modified")),
    )


def _links(item: Element) -> Iterator[str]:
    """Addresses that an entry gives for its page, the likeliest first."""
    for link in children(item, "origlink", "link"):
        if link.get("rel", "alternate") == "alternate":
            yield link.get("href") or text_of(link)
    for guid in children(item, "guid"):
        if guid.get("isPermaLink", "true").lower() != "false":
            yield text_of(guid)


def _content(item: Element) -> str | None:
    """The longest text that an entry carries."""
    texts = [
        markup_within(element) if element.get("type") == "xhtml" else text_of(element)
        for element in children(item, "encoded", "content", "description", "summary")
    ]
    longest = max(texts, key=len, default="")
    return tidy(longest) or None


def _json_feed(data: bytes, url: str, charset: str | None) -> Feed:
    try:
        found = json.loads(decode(data, charset))
    except (ValueError, RecursionError):
        raise UnreadableError("not a feed", "neither XML nor whole JSON") from None
    items = found.get("items")
    if not isinstance(items, list) or "jsonfeed.org" not in str(found.get("version", ""))[:100]:
        raise UnreadableError("not a feed", "JSON, but no JSON Feed")
    entries = (_json_entry(item, url) for item in items if isinstance(item, dict))
    return _feed(_text(found.get("title")), _text(found.get("language")), entries)


def _json_entry(item: dict[str, object], base: str) -> Entry:
    authors = item.get("authors") or [item.get("author")]
    names = [author.get("name") for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    content = _text(item.get("content_html")) or _text(item.get("content_text")) or _text(item.get("summary"))
    return Entry(
        url=_first_url(filter(None, (_text(item.get("url")), _text(item.get("id")))), base),
        entry_id=_line(_text(item.get("id"))),
        title=_line(_text(item.get("title"))),
        published=_first_day(filter(None, (_text(item.get("date_published")), _text(item.get("date_modified"))))),
        byline=_line(", ".join(filter(None, map(_text, names)))),
        content=tidy(content) if content else None,
        changed=_line(_text(item.get("date_modified"))),
    )


def _text(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def _line(value: str | None) -> str | None:
    return tidy(plain(value)) or None if value else None


def _language(value: str | None) -> str | None:
    code = (value or "").strip().replace("_", "-").split("-")[0].lower()
    return code if code.isalpha() and len(code) in (2, 3) else None


def _first_day(values: Iterable[str]) -> str | None:
    return next(filter(None, map(iso_day, values)), None)


def _first_url(values: Iterable[str], base: str) -> str | None:
    return next(filter(None, (absolute_url(value, base) for value in values)), None)
