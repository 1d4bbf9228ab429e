"""A page as it was fetched, to its article or to the reason why it holds none.

Belongs here: choosing the reader by what the bytes are; the same for a page just fetched and for one kept for years.
Does not belong here: fetching, or what becomes of the page's state (asking).
"""

import hashlib
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from sources import pdf, webpage
from sources.article import Article, Reject
from sources.decode import decode, tidy
from sources.errors import UnreadableError
from sources.heading import Head
from sources.hints import Hints, hints_of
from sources.identity import url_key
from sources.maintext import refuse_deep, visible
from sources.records import Reading
from sources.steps import RawPage
from sources.textpage import from_head

NO_ADDRESS = "entry:"  # before the id of an entry that has none
_HTML = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")
_TEXT = ("text/plain", "text/markdown")
_ANY = ("", "application/octet-stream", "binary/octet-stream")
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")


def read_page(raw: RawPage) -> Article | Reject:
    """The article of a page, or why there is none. A function of what is kept alone; never raises.

    Args:
        raw: a fetched page, or what a listing carried in its place (another status than 200, no body).
    """
    content_hash = hashlib.sha256(raw.body or raw.hints.encode("utf-8", errors="replace")).hexdigest()
    reading = Reading(raw.origin, raw.url, content_hash, raw.fetched_at.date())
    hints = hints_of(raw.hints)
    labels = {"url": raw.url, "title": hints.title, "id": hints.entry_id}
    try:
        article = _article(raw, hints, reading)
    except UnreadableError as error:
        return reading.reject(error, record=labels)
    except Exception as error:  # noqa: BLE001 (a fault of a format library: this page is lost, the rest is not)
        detail = f"{type(error).__name__}: {str(error).splitlines()[0][:200] if str(error) else 'no message'}"
        return reading.reject(UnreadableError("unreadable", detail), record=labels)
    return replace(article, source_article_id=hints.entry_id)


def _article(raw: RawPage, hints: Hints, reading: Reading) -> Article:
    if hints.is_whole:
        return _from_listing(hints, raw.url, reading)
    if raw.status != 200:
        return _from_listing(hints, raw.url, reading, hints.why or f"HTTP {raw.status}")
    try:
        _refuse_front_page(raw)
        return _from_bytes(raw, hints, reading)
    except UnreadableError as error:
        if not hints.is_fallback:
            raise
        return _from_listing(hints, raw.url, reading, error.reason)


def _from_bytes(raw: RawPage, hints: Hints, reading: Reading) -> Article:
    start = raw.body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not start:
        raise UnreadableError("empty", "the page holds nothing but blanks")
    offered = hints.head()
    offered.url = raw.final_url or raw.url
    if raw.content_type in pdf.CONTENT_TYPES or start.startswith(pdf.MARK.lower()):
        return pdf.from_bytes(raw.body, reading, offered)
    if raw.content_type in _HTML or (raw.content_type in _ANY and start.startswith(_MARKUP)):
        return webpage.from_bytes(raw.body, reading, raw.charset, raw.final_url or raw.url, offered)
    if raw.content_type in _TEXT:
        text = decode(raw.body, raw.charset)
        if not text.strip():
            raise UnreadableError("no text", "the page holds no readable character")
        return from_head(text, offered, reading)
    raise UnreadableError("unknown type", f"{raw.content_type or 'of no type'}: neither a page, a text nor a PDF")


def _from_listing(hints: Hints, url: str, reading: Reading, why: str | None = None) -> Article:
    """The article that a listing carries: whole, or a summary in place of a page for the reason told."""
    html = hints.content or ""
    if not html.strip():
        raise UnreadableError("no text", "the listing carries no text for it")
    refuse_deep(html)
    text = visible(LexborHTMLParser(f"<html><body>{html}</body></html>")) if "<" in html or "&" in html else tidy(html)
    if not text.strip():
        raise UnreadableError("no text", "the listing carries no readable text for it")
    head: Head = hints.head()
    head.url = None if url.startswith(NO_ADDRESS) else url
    if why:
        head.notes.append(f"the summary of its listing; the page itself: {why}")
    return from_head(text, head, reading)


def _refuse_front_page(raw: RawPage) -> None:
    """Outlets send readers of a page that is gone to their front page: what stands there is another text."""
    if raw.final_url and url_key(raw.final_url) != url_key(raw.url):
        asked, reached = url_key(raw.url).partition("/")[2], url_key(raw.final_url).partition("/")[2]
        if asked and not reached:
            raise UnreadableError("moved", f"the address leads to the front page {raw.final_url[:200]}")
