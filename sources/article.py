"""The article record, a reject, and how an article is identified.

Belongs here: what every reader yields and every later stage starts from. Does not belong here: reading (the
readers) or understanding (transforms).
"""

import hashlib
import json
from dataclasses import dataclass, field

from sources.identity import url_key

_ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one article, as read.

    Attributes:
        text: the stored text; offsets of evidence count its Unicode code points.
        published: ISO date (`2021-03-09`) or None.
        source: name of the outlet as given or found, or None.
        source_article_id: the id that the source gave it, or None.
        credited_source: the wire or agency that the outlet credits, or None.
        is_date_doubtful: the publication date lies more than two days ahead of the reading; it is kept, but
            resolves no relative date.
        origin: name of the configured source that it came through (`sample`, `inbox`, …).
        locator: where in that origin it was found; a label, never an identity.
        notes: what was given but could not be understood (an unreadable date), one line each.
    """

    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    source_article_id: str | None = None
    byline: str | None = None
    language: str | None = None
    credited_source: str | None = None
    is_date_doubtful: bool = False
    origin: str = "inbox"
    locator: str = ""
    notes: tuple[str, ...] = ()

    @property
    def article_id(self) -> str:
        """`art_` and a hash of the canonical URL, else of source and given id, else of the content."""
        if self.url:
            basis = ["url", url_key(self.url)]
        elif self.source_article_id:
            basis = ["given", self.source or "", self.source_article_id]
        else:
            basis = ["content", self.content_hash]
        return "art_" + stable_hash(*basis)[:_ID_LENGTH]

    @property
    def content_hash(self) -> str:
        """SHA-256 over what extraction reads: title, text, publication date and whether that date can be trusted."""
        return stable_hash(self.title or "", self.text, self.published or "", str(self.is_date_doubtful))

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text alone: the same under two identities is a duplicate."""
        return stable_hash(self.text)


@dataclass(frozen=True, slots=True)
class Reject:
    """An item that could not be read, kept with its reason so that a person can see it.

    Attributes:
        reason: a short class (`empty`, `not text`, `line too long`, …), counted by `status`.
        detail: one line that says what was wrong.
        content_hash: hash of the bytes at fault; the same bytes are not news again.
        fields: what the item says of itself (id, url, title), where that could be read.
    """

    origin: str
    locator: str
    reason: str
    detail: str
    content_hash: str
    fields: dict[str, str] = field(default_factory=dict)


def stable_hash(*parts: str) -> str:
    """SHA-256 (hex) of a list of strings, the same on every machine and in every run."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()
