"""A plain text or Markdown file: one article, stored whole.

Belongs here: a file's text with what its head says of it. Does not belong here: how a head is read (heading).
"""

from typing import IO

from sources.article import Article
from sources.credits import credited
from sources.dates import is_doubtful
from sources.decode import decode
from sources.errors import UnreadableError
from sources.heading import Head, read_head
from sources.identity import canonical_url
from sources.language import settled
from sources.records import Reading
from sources.streams import read_bounded


def read(file: IO[bytes], reading: Reading) -> Article:
    """The article of a text file.

    Raises:
        UnreadableError: reason `empty`, `not text`, `too large` or `no text`.
    """
    text = decode(read_bounded(file))
    if not text.strip():
        raise UnreadableError("no text", "the file holds no readable character")
    return from_head(text, read_head(text), reading)


def from_head(text: str, head: Head, reading: Reading) -> Article:
    """The article that a text and its head make."""
    notes = list(head.notes)
    url = canonical_url(head.url) if head.url else None
    if head.url and url is None:
        notes.append(f"no web address: {ascii(head.url)[:60]}")
    return Article(
        text=text,
        title=head.title,
        published=head.published,
        source=head.source,
        url=url,
        byline=head.byline,
        language=settled(text, head.language),
        credited_source=head.credited_source or credited(text, head.byline),
        is_date_doubtful=is_doubtful(head.published, reading.today),
        origin=reading.origin,
        locator=reading.locator,
        notes=tuple(notes),
    )
