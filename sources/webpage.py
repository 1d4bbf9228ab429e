"""An HTML page: its main text, and what its head says of the article.

Belongs here: one page's bytes to one article. Does not belong here: fetching, or cleaning the text any further.
"""

import re
from typing import IO

from selectolax.lexbor import LexborHTMLParser

from sources.article import Article
from sources.decode import decode
from sources.errors import UnreadableError
from sources.heading import Head, read_head
from sources.maintext import careful, quick, refuse_deep
from sources.pagemeta import page_head
from sources.records import Reading
from sources.streams import read_bounded
from sources.textpage import from_head

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096


def read(file: IO[bytes], reading: Reading) -> Article:
    """The article of a saved page.

    Raises:
        UnreadableError: reason `empty`, `not text`, `too large` or `no text`.
    """
    return from_bytes(read_bounded(file), reading)


def from_bytes(
    data: bytes, reading: Reading, declared: str | None = None, url: str | None = None, offered: Head | None = None
) -> Article:
    """The article of a page's bytes.

    Args:
        data: the page.
        reading: where it was found, and when.
        declared: charset that came with it, before the one that it names itself.
        url: its address, where it is known; a canonical address that the page names on the same host goes before it.
        offered: what is known of it from elsewhere, a feed for instance; it fills what the page does not tell.

    Raises:
        UnreadableError: reason `not text`, `no text` or `too large`.
    """
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    html = decode(data, declared or (match[1].decode("ascii") if match else None))
    refuse_deep(html)
    tree = LexborHTMLParser(html)
    head = page_head(tree, url)
    text = quick(html, tree) if reading.is_quick else careful(html, tree)
    if not text.strip():
        raise UnreadableError("no text", "no article was found in the page")
    visible = read_head(text)
    for name in ("published", "byline", "credited_source"):
        head.offer(name, getattr(visible, name))
    head.fill(offered)
    return from_head(text, head, reading)
