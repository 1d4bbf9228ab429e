"""One request and one response: what is sent, what came back, and what it may cost.

Belongs here: records of an exchange, and pure functions that make and read them. Does not belong here: sockets,
waiting, trying again (fetch).
"""

import email.utils
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from sources.errors import FetchError

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_URL_SAFE = "/%:@!$&'()*+,;=~-._?"
_HEADER_VALUE = re.compile(r"[\x20-\x7e]{1,1000}")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may cost.

    Attributes:
        seconds: for one try, from the look-up of the name to the last byte.
        wait_seconds: for the next sign of life of a server.
        tries: requests for one address where the fault may pass.
        longest_wait: seconds between two tries.
        longest_retry_after: seconds that a server may ask us to wait; one that asks for more is left alone for so long,
            and its pages for a later refresh.
        most_patience: seconds spent on such waits in one run, for one host.
        at_once: requests under way to one host.
        host_interval: seconds between two requests to one host, unless its robots.txt asks for more.
    """

    body_bytes: int = 10 * 1024 * 1024
    seconds: float = 60.0
    wait_seconds: float = 15.0
    redirects: int = 5
    tries: int = 3
    first_wait: float = 1.0
    longest_wait: float = 60.0
    longest_retry_after: float = 10.0
    most_patience: float = 30.0
    at_once: int = 1
    host_interval: float = 1.0


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask later whether anything changed."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A response: 200 with a body, or 304 without.

    Attributes:
        url: where it came from, after redirects.
        charset: as the response declares it, or None.
        received_bytes: what went over the wire, packed.
    """

    url: str
    status: int
    body: bytes
    content_type: str
    charset: str | None
    validators: Validators
    received_bytes: int

    @property
    def is_unchanged(self) -> bool:
        """Whether the server says that nothing changed since the validators were given."""
        return self.status == 304


class Getting(Protocol):
    """Whatever documents can be had from: hosts (`sources.fetch`), or what was kept of them (`sources.kept`)."""

    def get(self, url: str, validators: Validators | None = None, most_bytes: int | None = None) -> Fetched:
        """Have a document, or hear that it is as it was.

        Raises:
            SourceError: it cannot be had.
        """


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (lower case) and unpacked body of one exchange."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    received_bytes: int


def sendable(url: str) -> str:
    """The address in the characters that a request may hold.

    Raises:
        FetchError: no http(s) address, or one with a user name.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError as error:
        raise FetchError(ascii(url)[:200], "address", f"not understood: {error}") from None
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError(ascii(url)[:200], "address", "only http and https are fetched")
    if parts.username is not None:
        raise FetchError(f"{parts.scheme}://{host}", "address", "an address with a user name is not fetched")
    where = (f"[{name}]" if ":" in name else name) + (f":{port}" if port is not None else "")
    path, query = (quote(part, safe=_URL_SAFE) for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, where, path, query, ""))


def redirected(url: str, answer: Answer) -> str:
    """Where a redirect leads."""
    location = answer.headers.get("location", "").strip()
    if not location:
        raise FetchError(url, "redirect", "it names no address", answer.status)
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise FetchError(url, "redirect", f"its address is not understood: {error}", answer.status) from None


def fetched(url: str, answer: Answer) -> Fetched:
    """What the caller gets of an answer.

    Raises:
        FetchError: any other status than 200 and 304.
    """
    if answer.status not in (200, 304):
        raise FetchError(url, f"HTTP {answer.status}", "the server will not give it", answer.status)
    content_type = answer.headers.get("content-type", "")
    return Fetched(
        url=url,
        status=answer.status,
        body=answer.body,
        content_type=content_type.partition(";")[0].strip().lower(),
        charset=charset_of(content_type),
        validators=Validators(answer.headers.get("etag"), answer.headers.get("last-modified")),
        received_bytes=answer.received_bytes,
    )


def charset_of(content_type: str) -> str | None:
    """The charset that a Content-Type header declares."""
    match = _CHARSET.search(content_type)
    return match[1] if match else None


def conditions(validators: Validators | None) -> dict[str, str]:
    """Headers that ask for the page only if it changed; values that no header may hold are left out."""
    if validators is None:
        return {}
    given = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in given.items() if value and _HEADER_VALUE.fullmatch(value)}


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that a server asks to wait, given as a number or as a date."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None
