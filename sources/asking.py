"""Asking for one page: what its answer means for the article, and when it is asked again.

Belongs here: the life of a page: waiting, read, corrected, missing, gone. Does not belong here: which pages are asked
and in which order (runner), reading their bytes (pages).
"""

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sources.article import Article, Reject, stable_hash
from sources.errors import FetchError, NotAskedError, TransientSourceError, UnreadableError
from sources.exchange import Fetched, Validators
from sources.fetch import Fetcher
from sources.hints import hints_of
from sources.identity import url_key
from sources.kept import answered, raw_of
from sources.pages import read_page
from sources.records import Reading
from sources.state import DAY, PageState, PageStatus
from sources.steps import RawPage, Step

_GONE = 410
_MISSING = 404
_MOST_FAILURES = 8
_FIRST_PAUSE = dt.timedelta(minutes=30)
_RECHECK = DAY


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks for pages of one source.

    Attributes:
        origin: name of the source.
        recheck: how long after it was first seen a page is asked again once a day.
        now: the time, UTC without zone.
        unstored: pages by address that were fetched and kept by a run that was killed before it stored them.
    """

    origin: str
    fetcher: Fetcher
    recheck: dt.timedelta
    now: Callable[[], dt.datetime]
    unstored: dict[str, RawPage] = field(default_factory=dict)

    def ask(self, page: PageState) -> Step:
        """Ask for a page and read it; whatever is wrong with it is told in the step."""
        if hints_of(page.hints).is_whole:
            return self._settled(page, self._carried(page, page.hints, 0))
        try:
            answer = self._unstored(page) or self.fetcher.get(page.url, _validators(page))
        except NotAskedError as error:
            return Step(deferred=error.reason)
        except TransientSourceError as error:
            return self._delayed(page, error)
        except FetchError as error:
            return self._refused(page, error)
        if answer.is_unchanged:
            return Step(pages=(self._read(page, answer),), same=(page.key,))
        content_hash = hashlib.sha256(answer.body).hexdigest()
        if content_hash == page.content_hash and page.status in ("read", "rejected"):
            return Step(pages=(self._read(page, answer),), same=(page.key,))
        return self._settled(
            replace(self._read(page, answer), content_hash=content_hash),
            raw_of(self.origin, page.url, answer, self.now(), page.hints),
        )

    def _unstored(self, page: PageState) -> Fetched | None:
        """The answer that a run got which was killed before it could store what follows from it."""
        raw = self.unstored.pop(page.url, None)
        if raw is None or (page.asked_at is not None and raw.fetched_at <= page.asked_at):
            return None
        return answered(raw)

    def _carried(self, page: PageState, hints: str, status: int) -> RawPage:
        """What a listing carried, in the place of a page."""
        return RawPage(self.origin, page.url, page.url, status, "", None, None, None, b"", hints, self.now())

    def _settled(self, page: PageState, raw: RawPage) -> Step:
        """The page read: its article, unless it is as it was, or why it holds none."""
        item = read_page(raw)
        at = self.now()
        page = replace(page, asked_at=at, ask_after=self._again(page, at), missing_since=None, failures=0)
        if isinstance(item, Reject):
            # What was read before stands, and so does the page that it was read from: one that is broken today says
            # nothing of its article.
            status: PageStatus = "rejected" if page.article_id is None else "gone" if page.status == "gone" else "read"
            page = replace(page, status=status)
            return Step(items=(item,), pages=(page,), raw=raw if page.article_id is None else None)
        is_as_before = page.status == "read" and page.article_hash == item.content_hash
        page = replace(
            page,
            status="read",
            article_id=item.article_id,
            article_url=item.url,
            article_hash=item.content_hash,
        )
        if is_as_before:
            return Step(pages=(page,), same=(page.key,))
        return Step(items=(item,), pages=(page,), raw=raw)

    def _read(self, page: PageState, answer: Fetched) -> PageState:
        """The state of a page that was answered well; what a 304 leaves out stays."""
        at = self.now()
        given = answer.validators
        if answer.is_unchanged:
            given = Validators(given.etag or page.etag, given.last_modified or page.last_modified)
        return replace(
            page,
            final_url=answer.url,
            etag=given.etag,
            last_modified=given.last_modified,
            asked_at=at,
            ask_after=self._again(page, at),
            missing_since=None,
            failures=0,
        )

    def _again(self, page: PageState, at: dt.datetime) -> dt.datetime | None:
        """When to ask for a page again: in a day, as long as it is young."""
        if hints_of(page.hints).is_whole:
            return None
        after = at + _RECHECK
        return after if after <= page.first_seen_at + self.recheck else None

    def _delayed(self, page: PageState, fault: TransientSourceError) -> Step:
        """A passing fault: asked again later, more seldom each time; in the end it is told as a reject."""
        at = self.now()
        failures = page.failures + 1
        pause = min(_FIRST_PAUSE * 2 ** min(failures - 1, 10), _RECHECK)
        later = replace(page, failures=failures, asked_at=at, ask_after=at + pause)
        if failures < _MOST_FAILURES:
            return Step(pages=(later,), deferred=fault.reason)
        later = replace(later, ask_after=self._again(page, at), failures=0)
        if page.status != "waiting":
            return Step(pages=(later,))  # what was read stands
        return self._without_page(later, "unreachable", str(fault), 0)

    def _refused(self, page: PageState, error: FetchError) -> Step:
        at = self.now()
        asked = replace(page, asked_at=at, ask_after=self._again(page, at), failures=0)
        is_summary = not page.content_hash and error.status not in (_GONE, _MISSING)
        if page.article_id is None or is_summary:
            return self._without_page(asked, error.reason, str(error), error.status or 0)
        if page.status == "gone":
            return Step(pages=(replace(asked, ask_after=None),))
        if error.status not in (_GONE, _MISSING):
            return Step(pages=(asked,))  # what was read stands: a page that may not be asked is not withdrawn
        if page.article_url and url_key(page.article_url) != url_key(page.url):
            # Not the article's own address; that one is asked the next time, and its answer counts.
            return Step(pages=(replace(asked, url=page.article_url, ask_after=at),))
        if error.status == _GONE or (page.missing_since is not None and at - page.missing_since >= DAY):
            gone = replace(asked, status="gone", missing_since=page.missing_since or at, ask_after=None)
            return Step(pages=(gone,), withdrawn=(page.article_id,))
        since = page.missing_since or at
        missing = replace(asked, status="missing", missing_since=since, ask_after=since + DAY)
        return Step(pages=(missing,))

    def _without_page(self, page: PageState, reason: str, detail: str, status: int) -> Step:
        """A page that cannot be had: the summary that its listing carries, where it may stand for it, else a reject."""
        hints = hints_of(page.hints)
        if hints.is_fallback and hints.content:
            return self._settled(page, self._carried(page, replace(hints, why=reason).text(), status))
        reading = Reading(self.origin, page.url, stable_hash(page.url, reason), self.now().date())
        labels = {"url": page.url, "title": hints.title, "id": hints.entry_id}
        item: Article | Reject = reading.reject(UnreadableError(reason, detail), record=labels)
        return Step(items=(item,), pages=(replace(page, status="rejected"),))


def _validators(page: PageState) -> Validators | None:
    """What to ask with; nothing where the article must be had anew whatever the page says."""
    return Validators(page.etag, page.last_modified) if page.status in ("read", "rejected") else None
