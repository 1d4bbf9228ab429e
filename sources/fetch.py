"""Fetching from the web: polite to hosts, safe for us, and clear about what went wrong.

Belongs here: requests over HTTP with their limits, retries and courtesy. Does not belong here: what the bytes mean,
which addresses are wanted and when.
"""

import random
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpcore

from sources.errors import FetchError, TransientSourceError
from sources.exchange import (
    Answer,
    Fetched,
    Limits,
    Validators,
    conditions,
    fetched,
    redirected,
    retry_after,
    sendable,
)
from sources.inflate import ACCEPTED, DamagedBodyError, UnknownEncodingError, unpacked
from sources.network import GuardedBackend, PrivateAddressError
from sources.robots import ROBOTS_BYTES, Rules, parse_rules

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_FAULTS = (httpcore.NetworkError, httpcore.TimeoutException, httpcore.RemoteProtocolError)


@dataclass(slots=True)
class _Host:
    """What is known of one origin: its rules or why they cannot be had, and when it may be asked again."""

    rules: Rules | None = None
    fault: TransientSourceError | None = None
    free_at: float = 0.0


def default_user_agent() -> str:
    """A name by which an outlet can tell who asks."""
    try:
        return f"spacepact/{version('spacepact')}"
    except PackageNotFoundError:
        return "spacepact"


@dataclass(slots=True)
class Fetcher:
    """A client for one thread; several may run side by side on different hosts.

    Attributes:
        allow_private: whether loopback and private addresses may be asked (a source of one's own network).
        clock: monotonic seconds, for intervals between requests.
        sleep: waits; `clock` must advance by it.
        chance: random numbers from 0 to 1, for waits of uneven length.
    """

    limits: Limits = field(default_factory=Limits)
    user_agent: str = field(default_factory=default_user_agent)
    allow_private: bool = False
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _backend: GuardedBackend = field(init=False)
    _pool: httpcore.ConnectionPool = field(init=False)

    def __post_init__(self) -> None:
        self._backend = GuardedBackend(self.allow_private)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpcore.default_ssl_context(), network_backend=self._backend, keepalive_expiry=30.0
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def get(self, url: str, validators: Validators | None = None) -> Fetched:
        """Fetch an address, following redirects.

        Args:
            url: http or https.
            validators: of an earlier response; an unchanged page then costs a few bytes.

        Raises:
            FetchError: it cannot be had, and trying again would not help.
            TransientSourceError: every try met a fault that may pass.
        """
        headers = conditions(validators)
        for _ in range(self.limits.redirects + 1):
            url = sendable(url)
            self._refuse_denied(url)
            answer = self._patiently(url, headers)
            if answer.status not in _REDIRECTS:
                return fetched(url, answer)
            url = redirected(url, answer)
        raise FetchError(url, "too many redirects", f"more than {self.limits.redirects}")

    def _refuse_denied(self, url: str) -> None:
        """Raise where the host's robots.txt forbids the address."""
        rules = self._rules(url)
        if not rules.allows(url, self.user_agent):
            raise FetchError(url, "robots", "the host's robots.txt does not allow it")

    def _rules(self, url: str) -> Rules:
        """The host's robots.txt, asked for once; a missing one allows all, a failing one leaves the host alone."""
        host = self._host(url)
        if host.fault is not None:
            raise host.fault
        if host.rules is None:
            parts = urlsplit(url)
            try:
                host.rules = self._read_rules(f"{parts.scheme}://{parts.netloc}/robots.txt")
            except TransientSourceError as error:
                host.fault = error
                raise
        return host.rules

    def _read_rules(self, address: str) -> Rules:
        for _ in range(self.limits.redirects + 1):
            answer = self._patiently(address, {}, ROBOTS_BYTES)
            if answer.status not in _REDIRECTS:
                return parse_rules(answer.body if answer.status == 200 else b"")
            address = sendable(redirected(address, answer))
        return parse_rules(b"")

    def _host(self, url: str) -> _Host:
        parts = urlsplit(url)
        return self._hosts.setdefault(f"{parts.scheme}://{parts.netloc}", _Host())

    def _patiently(self, url: str, headers: dict[str, str], cut_at: int | None = None) -> Answer:
        """One exchange, tried again where the fault may pass."""
        fault = TransientSourceError(f"{url}: not tried")
        for number in range(self.limits.tries):
            if number:
                self.sleep(self._pause(number, fault))
            try:
                return self._once(url, headers, cut_at)
            except TransientSourceError as error:
                fault = error
                if (error.retry_after or 0) > self.limits.longest_wait:
                    break
        raise fault

    def _pause(self, number: int, fault: TransientSourceError) -> float:
        """Seconds before the next try: twice as long each time, uneven, and never less than the server asks."""
        pause = self.limits.first_wait * 2.0 ** (number - 1) * (0.5 + self.chance())
        return min(max(pause, fault.retry_after or 0), self.limits.longest_wait)

    def _once(self, url: str, headers: dict[str, str], cut_at: int | None) -> Answer:
        """One exchange, within all limits.

        Raises:
            TransientSourceError: the fault may pass.
            FetchError: it will not.
        """
        self._wait_turn(url)
        self._backend.deadline = time.monotonic() + self.limits.seconds
        with _understood(url):
            answer = self._exchange(url, headers, cut_at)
        if answer.status in _PASSING:
            wait = retry_after(answer.headers)
            raise TransientSourceError(f"{url}: HTTP {answer.status}; it is tried again later", wait)
        return answer

    def _wait_turn(self, url: str) -> None:
        host = self._host(url)
        now = self.clock()
        if host.free_at > now:
            self.sleep(host.free_at - now)
        asked = host.rules.delay(self.user_agent) if host.rules else 0.0
        interval = max(self.limits.host_interval, min(asked, self.limits.longest_wait))
        host.free_at = max(now, host.free_at) + interval

    def _exchange(self, url: str, headers: dict[str, str], cut_at: int | None) -> Answer:
        """Send a request and read its answer; a body beyond `cut_at` is left unread, beyond the limit an error."""
        sent = {"User-Agent": self.user_agent, "Accept": "*/*", "Accept-Encoding": ACCEPTED} | headers
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), self.limits.wait_seconds)
        with self._pool.stream("GET", url, headers=list(sent.items()), extensions={"timeout": timeout}) as response:
            given = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status != 200:
                return Answer(response.status, given, b"", 0)
            body, received = self._body(url, response, given, cut_at)
        return Answer(response.status, given, body, received)

    def _body(
        self, url: str, response: httpcore.Response, given: Mapping[str, str], cut_at: int | None
    ) -> tuple[bytes, int]:
        received = 0

        def counted() -> Iterator[bytes]:
            nonlocal received
            for chunk in response.iter_stream():
                received += len(chunk)
                yield chunk

        limit = cut_at or self.limits.body_bytes
        parts: list[bytes] = []
        size = 0
        for part in unpacked(counted(), given.get("content-encoding", "")):
            size += len(part)
            parts.append(part)
            if size > limit or received > limit:
                if cut_at:
                    break
                raise FetchError(url, "too large", f"more than {limit} bytes")
        return b"".join(parts)[:limit], received


@contextmanager
def _understood(url: str) -> Iterator[None]:
    """Turn faults of the network into ours."""
    try:
        yield
    except PrivateAddressError as error:
        detail = f"{error}; a source may allow it"
        raise FetchError(url, "private address", detail) from None
    except UnknownEncodingError as error:
        raise FetchError(url, "encoding", str(error)) from None
    except DamagedBodyError as error:
        raise TransientSourceError(f"{url}: {error}") from None
    except _FAULTS as error:
        if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in (error.__context__, *error.args)):
            raise FetchError(url, "certificate", str(error)[:200]) from None
        raise TransientSourceError(f"{url}: {type(error).__name__}: {str(error)[:200]}") from None
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise FetchError(url, "protocol", str(error)[:200]) from None
