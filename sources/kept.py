"""What was kept of pages and documents, in the place of those who gave them: for reading again without asking.

Belongs here: a document out of those that were kept, and what to remember of a page that was read again. Does not
belong here: the files that hold them (the warehouse), or reading them (pages, reference).
"""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from sources.article import Article, Reject
from sources.errors import SourceError
from sources.exchange import Fetched, Validators
from sources.hints import hints_of
from sources.listing import page_key
from sources.state import DAY, PageState
from sources.steps import RawPage


@dataclass(frozen=True, slots=True)
class KeptDocuments:
    """Documents by address; stands where a fetcher does."""

    documents: Mapping[str, RawPage]

    def get(self, url: str, validators: Validators | None = None, most_bytes: int | None = None) -> Fetched:
        """The document as it was had last.

        Raises:
            SourceError: it was not kept.
        """
        raw = self.documents.get(url)
        if raw is None:
            raise not_kept(url)
        return answered(raw)


def answered(raw: RawPage) -> Fetched:
    """The answer that a kept page was."""
    given = Validators(raw.etag, raw.last_modified)
    return Fetched(raw.final_url, raw.status, raw.body, raw.content_type, raw.charset, given, 0)


def not_kept(url: str) -> SourceError:
    """Nothing can be made of an address offline."""
    return SourceError(
        f"{url}: not kept, so that it cannot be read again offline; a refresh without --rebuild asks for it"
    )


def raw_of(origin: str, url: str, answer: Fetched, at: dt.datetime, hints: str = "") -> RawPage:
    """An answer as it is kept.

    Args:
        origin: name of the source.
        url: the address that was asked.
        answer: what came.
        at: the time, UTC without zone.
        hints: what a listing told of it.
    """
    given = answer.validators
    return RawPage(
        origin=origin,
        url=url,
        final_url=answer.url,
        status=answer.status,
        content_type=answer.content_type,
        charset=answer.charset,
        etag=given.etag,
        last_modified=given.last_modified,
        body=answer.body,
        hints=hints,
        fetched_at=at,
    )


def page_state(raw: RawPage, item: Article | Reject, recheck: dt.timedelta) -> PageState:
    """What is remembered of a page whose state was lost, so that it costs a few bytes to ask for it again.

    Args:
        raw: the page as it was kept.
        item: what was read from it.
        recheck: how long after it was first seen it is asked again once a day.
    """
    article = item if isinstance(item, Article) else None
    after = raw.fetched_at + DAY
    is_asked_again = not hints_of(raw.hints).is_whole and after <= raw.fetched_at + recheck
    return PageState(
        key=page_key(raw.url),
        url=raw.url,
        kind="page",
        status="read" if article else "rejected",
        first_seen_at=raw.fetched_at,
        hints=raw.hints,
        final_url=raw.final_url,
        etag=raw.etag,
        last_modified=raw.last_modified,
        content_hash=hashlib.sha256(raw.body).hexdigest() if raw.body else "",
        article_id=article.article_id if article else None,
        article_url=article.url if article else None,
        article_hash=article.content_hash if article else "",
        asked_at=raw.fetched_at,
        ask_after=after if is_asked_again else None,
    )
