"""What an HTML page says of its article in its markup: title, day, byline, outlet, address, language.

Belongs here: meta elements, JSON-LD and the few visible elements that carry the same. Does not belong here: the
article's text.
"""

import json
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from sources.dates import day_within, iso_day
from sources.decode import tidy
from sources.heading import Head
from sources.identity import canonical_url
from sources.tables import pairs

_ARTICLE_TYPES = ("article", "report", "blogposting", "webpage")  # as endings: NewsArticle, OpinionNewsArticle
_DAYS = frozenset({"published", "updated"})
_TITLE_SITE = re.compile(r"\s+[|–—»·-]\s+|\s*\|\s*")
_LONGEST_SCRIPT = 1 << 20
_MOST_SCRIPTS = 20
_LONGEST_VALUE = 10_000


def page_head(tree: LexborHTMLParser, url: str | None = None) -> Head:
    """The fields that a page's markup tells.

    Args:
        tree: the page.
        url: where it was fetched, if it was; its own canonical address on the same host goes before it.
    """
    head = Head()
    for thing in _linked_data(tree):
        _from_linked_data(thing, head)
    _from_meta(tree, head)
    _from_elements(tree, head)
    head.url = _own_url(tree, url) or url
    head.offer("published", head.updated)
    if head.title and head.source:
        head.title = _without_site(head.title, head.source)
    head.language = (head.language or "").replace("_", "-").split("-")[0].lower()[:8] or None
    return head


def _linked_data(tree: LexborHTMLParser) -> Iterator[dict[str, object]]:
    """Objects of the page's JSON-LD that describe an article."""
    for script in tree.css('script[type="application/ld+json"]')[:_MOST_SCRIPTS]:
        source = script.text(deep=True) or ""
        if len(source) > _LONGEST_SCRIPT:
            continue
        try:
            found = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _flat(found):
            kinds = thing.get("@type")
            names = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
            if any(name.endswith(_ARTICLE_TYPES) for name in names):
                yield thing


def _flat(found: object) -> Iterator[dict[str, object]]:
    """The top objects of a JSON-LD document: itself, its list, its graph."""
    things = found if isinstance(found, list) else [found]
    for thing in things:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, dict))


def _from_linked_data(thing: dict[str, object], head: Head) -> None:
    _offer(head, "title", _name(thing.get("headline")))
    _offer(head, "published", _name(thing.get("datePublished")))
    _offer(head, "updated", _name(thing.get("dateModified")))
    _offer(head, "byline", _name(thing.get("author")))
    _offer(head, "source", _name(thing.get("publisher")))
    _offer(head, "language", _name(thing.get("inLanguage")))


def _name(value: object) -> str | None:
    """A name given as text, as an object with a name, or as a list of these."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        names = [name for name in map(_name, value[:20]) if name]
        return ", ".join(names) or None
    return value if isinstance(value, str) else None


def _from_meta(tree: LexborHTMLParser, head: Head) -> None:
    given: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        key = key or attributes.get("http-equiv") or ""
        given.setdefault(key.strip().lower(), attributes.get("content") or "")
    for name, key in pairs("meta_names.tsv"):
        _offer(head, name, given.get(key))


def _from_elements(tree: LexborHTMLParser, head: Head) -> None:
    """What can be seen or is marked in the body, where the markup above is silent."""
    for node in tree.css("time[datetime]")[:5]:
        _offer(head, "published", node.attributes.get("datetime"))
    byline = tree.css_first('[rel="author"], [itemprop="author"], .byline, .author-name')
    if byline is not None:
        name = byline.text(strip=True, separator=" ")
        _offer(head, "byline", re.sub(r"^by:?\s+", "", name, flags=re.IGNORECASE) if len(name) <= 120 else None)
    headings = tree.css("h1")
    if len(headings) == 1:
        _offer(head, "title", headings[0].text(strip=True, separator=" "))
    title = tree.css_first("title")
    _offer(head, "title", title.text(strip=True) if title is not None else None)
    _offer(head, "title", headings[0].text(strip=True, separator=" ") if headings else None)
    root = tree.root
    _offer(head, "language", (root.attributes.get("lang") or root.attributes.get("xml:lang")) if root else None)


def _offer(head: Head, name: str, value: str | None) -> None:
    """Set a field that is unknown; an address is no byline, and a date must be one."""
    value = " ".join(tidy((value or "")[:_LONGEST_VALUE]).split())
    if name in _DAYS:
        head.offer(name, iso_day(value) or day_within(value))
    elif not (name == "byline" and value.startswith(("http:", "https:"))):
        head.offer(name, value)


def _own_url(tree: LexborHTMLParser, url: str | None) -> str | None:
    """The page's canonical address; one that names a whole site is no article's."""
    link = tree.css_first('link[rel="canonical"]')
    meta = tree.css_first('meta[property="og:url"]')
    for address in (
        link.attributes.get("href") if link is not None else None,
        meta.attributes.get("content") if meta is not None else None,
    ):
        try:
            absolute = urljoin(url or "", (address or "").strip())
        except ValueError:
            continue
        canonical = canonical_url(absolute)
        if canonical and _names_an_article(canonical, url):
            return canonical
    return None


def _names_an_article(canonical: str, url: str | None) -> bool:
    """Whether an address can identify this page: no whole site, and no other outlet's page than the one fetched."""
    parts = urlsplit(canonical)
    if parts.path == "/" and not parts.query:
        return False
    fetched = canonical_url(url) if url else None
    return fetched is None or _bare_host(fetched) == _bare_host(canonical)


def _bare_host(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.")


def _without_site(title: str, site: str) -> str:
    """`Headline | Outlet` without the outlet, where the page names it."""
    parts = _TITLE_SITE.split(title)
    if len(parts) > 1 and parts[-1].casefold() == site.casefold():
        return title[: title.rfind(parts[-1])].rstrip(" |–—»·-")
    return title
