"""What a listing offers against what is known: new pages wait, changed ones are asked again, absent ones mean nothing.

Belongs here: entries of any listing to states of pages, and asking for a listing. Does not belong here: the formats of
listings (kinds), or reading the pages (asking).
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from sources.article import Reject, stable_hash
from sources.errors import SourceError, TransientSourceError, UnreadableError
from sources.exchange import Fetched, Getting, Validators
from sources.hints import Hints, hints_of
from sources.identity import url_key
from sources.pages import NO_ADDRESS
from sources.records import Reading
from sources.state import PageState
from sources.steps import Step


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry of a listing.

    Attributes:
        url: of its page; empty where the listing carries the article under an id alone.
        stamp: a hash of what the listing says of it; another one than before means that it changed.
    """

    url: str
    hints: Hints
    stamp: str = ""


@dataclass(slots=True)
class Memory:
    """What one source remembers while it runs: each step is taken in before it is handed over.

    Attributes:
        origin: name of the source.
        pages: by key.
        now: the time, UTC without zone.
        recheck: where a person wants all young pages asked again: how long a page is young.
        unread_listings: files of pages whose turn does not come in this run.
    """

    origin: str
    cursor: str
    pages: dict[str, PageState]
    now: Callable[[], dt.datetime]
    recheck: dt.timedelta | None = None
    unread_listings: int = 0
    waiting: int = field(init=False)

    def __post_init__(self) -> None:
        self.waiting = sum(page.status == "waiting" for page in self.pages.values())

    def take(self, step: Step) -> Step:
        """Remember a step; the step again, with how much is left to do."""
        for page in step.pages:
            before = self.pages.get(page.key)
            self.waiting += (page.status == "waiting") - (before is not None and before.status == "waiting")
            self.pages[page.key] = page
        if step.cursor is not None:
            self.cursor = step.cursor
        return replace(step, waiting=self.waiting)

    def offered(self, offers: Iterable[Offer]) -> tuple[list[PageState], list[str]]:
        """States of the pages that are new or changed, and the keys of those that were read and are as they were.

        A page that is still to be read is not as it was; nor is one that is asked again now, which will tell itself.
        """
        changed: dict[str, PageState] = {}
        same: dict[str, None] = {}
        at = self.now()
        for offer in offers:
            url = offer.url or f"{NO_ADDRESS}{offer.hints.entry_id}"
            key = page_key(url)
            known = changed.get(key) or self.pages.get(key)
            if known is None:
                changed[key] = PageState(key, url, "page", "waiting", at, offer.stamp, offer.hints.text())
            elif known.stamp == offer.stamp:
                if known.status != "waiting" and not self.is_asked(known, at):
                    same[key] = None
            else:
                changed[key] = replace(known, stamp=offer.stamp, hints=offer.hints.text(), ask_after=at)
        return list(changed.values()), [key for key in same if key not in changed]

    def is_asked(self, page: PageState, at: dt.datetime) -> bool:
        """Whether a page is to be asked now: it is due, or young and wanted."""
        if page.kind != "page" or page.is_due(at):
            return page.kind == "page"
        return self.recheck is not None and page.is_young(at, self.recheck) and not hints_of(page.hints).is_whole

    def problems(self, url: str, problems: Iterable[str]) -> tuple[Reject, ...]:
        """Rejects for what a listing offered and could not be taken."""
        return tuple(
            Reading(self.origin, url, stable_hash(url, problem), self.now().date()).reject(
                UnreadableError("bad entry", problem)
            )
            for problem in dict.fromkeys(problems)
        )

    def listing(self, url: str) -> PageState:
        """The state of a listing; a new one where it was never read."""
        key = "listing:" + url
        return self.pages.get(key) or PageState(key, url, "listing", "waiting", self.now())


def page_key(url: str) -> str:
    """Key of a page by its address, or by the id that stands for one."""
    return "page:" + (url if url.startswith(NO_ADDRESS) else url_key(url))


def fetch_listing(fetcher: Getting, state: PageState, most_bytes: int | None = None) -> Fetched:
    """Ask for a listing, which costs a few bytes where it is as it was.

    Raises:
        TransientSourceError: it may be had later.
        SourceError: it cannot be had.
    """
    return fetcher.get(state.url, Validators(state.etag, state.last_modified), most_bytes)


def is_as_before(state: PageState, answer: Fetched) -> bool:
    """Whether a listing says what it said when it was read last."""
    return answer.is_unchanged or (state.status == "read" and state.content_hash == content_hash(answer.body))


def listed(state: PageState, answer: Fetched, at: dt.datetime, stamp: str = "") -> PageState:
    """The state of a listing that was read; stored in one step with what it offers, never before."""
    given = answer.validators
    if answer.is_unchanged:
        return replace(state, asked_at=at, stamp=stamp)
    return replace(
        state,
        status="read",
        stamp=stamp,
        final_url=answer.url,
        etag=given.etag,
        last_modified=given.last_modified,
        content_hash=content_hash(answer.body),
        asked_at=at,
    )


def content_hash(body: bytes) -> str:
    """SHA-256 of a listing's bytes."""
    return hashlib.sha256(body).hexdigest()


def broken_off(url: str) -> TransientSourceError:
    """A listing that ends in the middle, as a fault of the source: what is missing may be there the next time."""
    return TransientSourceError(
        f"{url}: it breaks off before its end; what stands before was read, and it is asked again later"
    )


def unreadable(url: str, error: UnreadableError) -> SourceError:
    """A listing that is none, as a fault of the source: what was read from it before stands."""
    return SourceError(f"{url}: {error.reason}: {error.detail}")
