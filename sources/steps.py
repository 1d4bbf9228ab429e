"""What a running source hands over: one step after the other, each whole in itself.

Belongs here: the records of a step. Does not belong here: making steps (runner and the kinds), storing them. Whoever
stores them keeps one promise: a step is stored whole or not at all, and steps in their order. Then the process may be
killed anywhere: the next run goes on from the last stored step, and nothing is lost, invented or read twice.
"""

import datetime as dt
from dataclasses import dataclass

from sources.article import Article, Reject
from sources.state import PageState


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as it came, kept so that the article can be read from it again without asking anybody.

    `sources.pages.read_page` makes of it what it made the first time: it depends on nothing else.

    Attributes:
        origin: name of the configured source.
        url: the address that was asked.
        final_url: where the answer came from, after redirects.
        status: of HTTP; 0 where nothing was asked (the listing carried the text, or the page may not be asked for).
        content_type, charset: as the answer declared them.
        body: the bytes, unpacked; at most 10 MB.
        hints: what the listing told of it (JSON object; empty for nothing).
        fetched_at: UTC without zone.
    """

    origin: str
    url: str
    final_url: str
    status: int
    content_type: str
    charset: str | None
    etag: str | None
    last_modified: str | None
    body: bytes
    hints: str
    fetched_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Left:
    """What a run could not do, told by its last step.

    Attributes:
        waiting: pages whose turn did not come: new ones, and those that were to be asked again.
        deferred: pages put off, counted by reason; most first.
        again_at: when the first of those put off may be asked again (UTC without zone); None for none.
    """

    waiting: int = 0
    deferred: tuple[tuple[str, int], ...] = ()
    again_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a run that belongs together: store all of it in one transaction.

    Attributes:
        items: articles and rejects, in order of reading. An article that was withdrawn and is here again stands again.
        pages: states to insert or replace, by source and key.
        raw: the page that the items were read from, to be kept; the newest one of an address and content counts.
        withdrawn: ids of articles whose own address says that they are gone.
        cursor: where the source goes on; None for as before.
        same: keys of pages that a listing named or that were asked for, and that are as they were when they were read.
        begun: name of the file whose first items these are: what was wrong with an earlier content of it is past.
        gone: names of files that no longer lie where they were read; what was wrong with them is past.
        waiting: pages still to be read when this step is done, as far as known (for a progress bar).
        deferred: why the page was put off; empty where it was not. What is known of it already stays.
        left: of the last step alone.
    """

    items: tuple[Article | Reject, ...] = ()
    pages: tuple[PageState, ...] = ()
    raw: RawPage | None = None
    withdrawn: tuple[str, ...] = ()
    cursor: str | None = None
    same: tuple[str, ...] = ()
    begun: str = ""
    gone: tuple[str, ...] = ()
    waiting: int = 0
    deferred: str = ""
    left: Left | None = None
