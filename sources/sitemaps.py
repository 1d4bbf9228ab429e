"""Sitemaps, news sitemaps and sitemap indexes: which pages an outlet has.

Belongs here: a sitemap's bytes to addresses. Does not belong here: fetching, or deciding what is new.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sources.dates import iso_day
from sources.decode import tidy
from sources.errors import UnreadableError
from sources.identity import absolute_url, url_key
from sources.inflate import DamagedBodyError, unpacked
from sources.markup import Element, children, first_text, name_of, plain, xml_document

_GZIP = b"\x1f\x8b"
_LARGEST = 50 * 1024 * 1024  # of the protocol
_MOST_PAGES = 50_000  # likewise


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """A page that a sitemap names.

    Attributes:
        modified: its last change as the sitemap words it; compared for being the same, not read as a time.
        published, title, language: from the news extension, else None.
    """

    url: str
    modified: str | None
    published: str | None = None
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The pages of a sitemap, or the sitemaps of an index, each once.

    Attributes:
        is_whole: False where it breaks off: its whole entries are here, and there may have been more.
    """

    pages: tuple[SitemapPage, ...]
    sitemaps: tuple[SitemapPage, ...]
    problems: tuple[str, ...]
    is_whole: bool = True


def parse_sitemap(data: bytes, url: str, charset: str | None = None) -> Sitemap:
    """The addresses of a sitemap.

    Args:
        data: XML, also packed by gzip; a broken or cut one is read as far as it goes.
        url: where it was fetched; relative addresses count from there.
        charset: as the response declared it.

    Raises:
        UnreadableError: reason `empty`, `not text`, `not XML`, `too large` or `not a sitemap`.
    """
    unpacked_data = _unpacked(data) if data.startswith(_GZIP) else data
    root, is_whole = xml_document(unpacked_data, charset, ("url", "sitemap"))
    if name_of(root) not in ("urlset", "sitemapindex"):
        raise UnreadableError("not a sitemap", f"<{name_of(root)[:40]}> where <urlset> or <sitemapindex> belongs")
    problems: list[str] = []
    pages = _each_once(children(root, "url"), url, problems)
    sitemaps = _each_once(children(root, "sitemap"), url, problems)
    return Sitemap(pages, sitemaps, tuple(problems), is_whole)


def _each_once(elements: Iterator[Element], base: str, problems: list[str]) -> tuple[SitemapPage, ...]:
    found: dict[str, SitemapPage] = {}
    for element in elements:
        given = first_text(element, "loc") or ""
        address = absolute_url(given, base)
        if address is None:
            problems.append(f"no web address: {ascii(given)[:100]}")
        elif len(found) == _MOST_PAGES:
            problems.append(f"more than {_MOST_PAGES} addresses; the rest is left")
            break
        else:
            found.setdefault(url_key(address), _page(element, address))
    return tuple(found.values())


def _page(element: Element, url: str) -> SitemapPage:
    modified = first_text(element, "lastmod")
    for news in children(element, "news"):
        publication = next(children(news, "publication"), None)
        language = first_text(publication, "language") if publication is not None else None
        title = first_text(news, "title")
        return SitemapPage(
            url=url,
            modified=modified,
            published=iso_day(first_text(news, "publication_date")),
            title=tidy(plain(title)) or None if title else None,
            language=language.lower() if language else None,
        )
    return SitemapPage(url, modified)


def _unpacked(data: bytes) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        for part in unpacked([data], "gzip"):
            size += len(part)
            if size > _LARGEST:
                raise UnreadableError("too large", f"a sitemap of more than {_LARGEST} bytes unpacked")
            parts.append(part)
    except DamagedBodyError as error:
        if not parts:
            raise UnreadableError("not XML", str(error)) from None
    return b"".join(parts)
