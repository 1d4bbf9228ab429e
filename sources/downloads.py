"""A document of a catalogue, from the web or from a file of one's own, told apart from one that is as it was.

Belongs here: having its bytes. Does not belong here: what stands in it (reference).
"""

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from sources.errors import SourceError, UnreadableError
from sources.exchange import Fetched, Getting
from sources.listing import fetch_listing, is_as_before, listed
from sources.state import PageState, SourceState
from sources.streams import open_plain_file

MOST_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it is now.

    Attributes:
        data: its bytes; none where it is as it was.
        page: what to remember of it, once what stands in it is stored.
        is_unchanged: it says what it said when `page` was stored last.
        answer: of its host; None of a file.
    """

    data: bytes
    page: PageState
    is_unchanged: bool
    answer: Fetched | None = None


def document(
    place: str,
    state: SourceState,
    fetcher: Getting,
    home: Path,
    now: Callable[[], dt.datetime],
    most_bytes: int = MOST_BYTES,
) -> Document:
    """The document at an address or a path.

    Args:
        place: an address of http(s), or a path; a relative one counts from the home.
        state: what is remembered of the source.
        fetcher: asks for it, if it is an address.
        home: the folder from which relative paths count.
        now: the time, UTC without zone.
        most_bytes: a larger one is refused.

    Raises:
        TransientSourceError: it may be had later.
        SourceError: it cannot be had.
    """
    key = "listing:" + place
    page = state.pages.get(key) or PageState(key, place, "listing", "waiting", now())
    if urlsplit(place).scheme not in ("http", "https"):
        return _from_file(home / place, page, now(), most_bytes)
    answer = fetch_listing(fetcher, page, most_bytes)
    is_unchanged = is_as_before(page, answer)
    return Document(b"" if is_unchanged else answer.body, listed(page, answer, now()), is_unchanged, answer)


def _from_file(path: Path, page: PageState, at: dt.datetime, most_bytes: int) -> Document:
    try:
        with open_plain_file(path.resolve()) as file:
            data = file.read(most_bytes + 1)
    except UnreadableError as error:
        raise SourceError(f"{path}: {error.detail}; mend the path in sources.toml") from None
    if len(data) > most_bytes:
        raise SourceError(f"{path}: more than {most_bytes} bytes; no catalogue is that large")
    content_hash = hashlib.sha256(data).hexdigest()
    is_unchanged = page.status == "read" and page.content_hash == content_hash
    read = replace(page, status="read", content_hash=content_hash, final_url=str(path), asked_at=at)
    return Document(b"" if is_unchanged else data, read, is_unchanged)
