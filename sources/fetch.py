"""Fetching from the web: polite to hosts, safe for us, and clear about what went wrong.

Belongs here: requests over HTTP with their limits, retries and courtesy. Does not belong here: what the bytes mean,
which addresses are wanted and when.
"""

import random
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpcore

from sources.errors import FetchError, NotAskedError, TransientSourceError
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
from sources.hosts import Host, Hosts, host_of
from sources.inflate import ACCEPTED, DamagedBodyError, UnknownEncodingError, unpacked
from sources.network import GuardedBackend, PrivateAddressError
from sources.robots import ROBOTS_BYTES, Rules, parse_rules

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_FAULTS = (httpcore.NetworkError, httpcore.TimeoutException, httpcore.RemoteProtocolError)


@dataclass(slots=True)
class Spent:
    """What a fetcher's requests have cost so far.

    Attributes:
        received_bytes: bodies as they went over the wire.
        seconds: from asking to having, waits out of courtesy included.
        waited: seconds of those that were waits: for one's turn at a host, and between two tries.
    """

    requests: int = 0
    received_bytes: int = 0
    seconds: float = 0.0
    waited: float = 0.0


def default_user_agent(contact: str | None = None) -> str:
    """A name by which an outlet can tell who asks, and where to reach them if they tell."""
    try:
        name = f"spacepact/{version('spacepact')}"
    except PackageNotFoundError:
        name = "spacepact"
    return f"{name} (+{contact})" if contact else name


@dataclass(slots=True)
class Fetcher:
    """A client for one thread; several may run side by side on different hosts.

    Attributes:
        hosts: what is known of hosts; shared by all fetchers of a run, so that two sources do not crowd one host.
        allow_private: whether loopback and private addresses may be asked (a source of one's own network).
        clock: monotonic seconds, for intervals between requests.
        sleep: waits; `clock` must advance by it.
        chance: random numbers from 0 to 1, for waits of uneven length.
    """

    limits: Limits = field(default_factory=Limits)
    user_agent: str = field(default_factory=default_user_agent)
    hosts: Hosts = field(default_factory=Hosts)
    allow_private: bool = False
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    spent: Spent = field(default_factory=Spent)
    _backend: GuardedBackend = field(init=False)
    _pool: httpcore.ConnectionPool = field(init=False)

    def __post_init__(self) -> None:
        self._backend = GuardedBackend(self.allow_private)
        self._pool = httpcore.ConnectionPool(
            ssl_context=_trusted(), network_backend=self._backend, keepalive_expiry=30.0
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def get(self, url: str, validators: Validators | None = None, most_bytes: int | None = None) -> Fetched:
        """Fetch an address, following redirects.

        Args:
            url: http or https.
            validators: of an earlier response; an unchanged page then costs a few bytes.
            most_bytes: of its body, where it is no page but a file of many; else as the limits say.

        Raises:
            FetchError: it cannot be had, and trying again would not help.
            TransientSourceError: every try met a fault that may pass.
        """
        started = self.clock()
        try:
            return self._followed(url, conditions(validators), most_bytes or self.limits.body_bytes)
        finally:
            self.spent.seconds += self.clock() - started

    @property
    def _token(self) -> str:
        """The name that a robots.txt knows us by."""
        return self.user_agent.partition(" ")[0]

    def _followed(self, url: str, headers: dict[str, str], most_bytes: int) -> Fetched:
        for _ in range(self.limits.redirects + 1):
            url = sendable(url)
            self._refuse_denied(url)
            answer = self._patiently(url, headers, most_bytes)
            if answer.status not in _REDIRECTS:
                return fetched(url, answer)
            url = redirected(url, answer)
        raise FetchError(url, "too many redirects", f"more than {self.limits.redirects}")

    def _refuse_denied(self, url: str) -> None:
        """Raise where the host's robots.txt forbids the address, or the host is left alone."""
        host = self.hosts.of(url)
        with self._waiting():
            host.asking.acquire()
        try:
            if host.fault is not None:
                raise NotAskedError(
                    f"{url}: not asked, since the host fails: {host.fault}"[:400],
                    host.fault.retry_after,
                    f"{host_of(url)} fails: {host.fault.reason}",
                )
            if host.rules is None:
                parts = urlsplit(url)
                try:
                    host.rules = self._read_rules(f"{parts.scheme}://{parts.netloc}/robots.txt")
                except NotAskedError:
                    raise
                except TransientSourceError as error:
                    host.fault = error
                    raise
        finally:
            host.asking.release()
        if not host.rules.allows(url, self._token):
            raise FetchError(url, "robots", "the host's robots.txt does not allow it")

    def _read_rules(self, address: str) -> Rules:
        """The host's robots.txt; a missing one allows all, a failing one leaves the host alone."""
        for _ in range(self.limits.redirects + 1):
            answer = self._patiently(address, {}, ROBOTS_BYTES, is_cut=True)
            if answer.status not in _REDIRECTS:
                return parse_rules(answer.body if answer.status == 200 else b"")
            address = sendable(redirected(address, answer))
        return parse_rules(b"")

    def _patiently(self, url: str, headers: dict[str, str], most_bytes: int, is_cut: bool = False) -> Answer:
        """One exchange, tried again where the fault may pass."""
        fault = TransientSourceError(f"{url}: not tried")
        host = self.hosts.of(url)
        for number in range(self.limits.tries):
            if number:
                with self._waiting():
                    self.sleep(self._pause(number, fault))
            try:
                answer = self._once(url, headers, most_bytes, is_cut)
            except NotAskedError:
                raise
            except TransientSourceError as error:
                fault = error
                self._heed(url, host, error)
            else:
                host.answered()
                return answer
        host.failed(fault)
        raise fault

    def _heed(self, url: str, host: Host, fault: TransientSourceError) -> None:
        """Give a host the time that it asks for: a little is waited; for more it is left alone, and others are asked.

        Raises:
            NotAskedError: it is left alone, now and by whoever comes until then.
        """
        seconds = fault.retry_after or 0.0
        host.patience += seconds
        if seconds > self.limits.longest_retry_after or (seconds and host.patience > self.limits.most_patience):
            self.hosts.leave_alone(url, seconds, fault.reason)
            self._refuse_resting(url)
        host.rest(self.clock() + seconds)

    def _refuse_resting(self, url: str) -> None:
        """Raise where the host asked to be left alone until later."""
        if (found := self.hosts.rest_of(url)) is not None:
            rest, left = found
            why = f"{host_of(url)} asks to be left alone until {rest.until:%Y-%m-%d %H:%M:%S} UTC ({rest.because})"
            raise NotAskedError(f"{url}: not asked: {why}", left, why)

    @contextmanager
    def _waiting(self) -> Iterator[None]:
        """Count the block as waiting."""
        began = self.clock()
        try:
            yield
        finally:
            self.spent.waited += self.clock() - began

    def _pause(self, number: int, fault: TransientSourceError) -> float:
        """Seconds before the next try: twice as long each time, uneven, and never less than the server asks."""
        pause = self.limits.first_wait * 2.0 ** (number - 1) * (0.5 + self.chance())
        return min(max(pause, fault.retry_after or 0), self.limits.longest_wait)

    def _once(self, url: str, headers: dict[str, str], most_bytes: int, is_cut: bool) -> Answer:
        """One exchange, within all limits.

        Raises:
            TransientSourceError: the fault may pass.
            FetchError: it will not.
        """
        host = self.hosts.of(url)
        asked = host.rules.delay(self._token) if host.rules else 0.0
        interval = max(self.limits.host_interval, min(asked, self.limits.longest_wait))
        with ExitStack() as turn, _understood(url):
            with self._waiting():
                self._refuse_resting(url)
                turn.enter_context(host.turn(interval, self.limits.at_once, self.clock, self.sleep))
                self._refuse_resting(url)
            self._backend.deadline = time.monotonic() + self.limits.seconds
            self.spent.requests += 1
            answer = self._exchange(url, headers, most_bytes, is_cut)
        if answer.status in _PASSING:
            wait = retry_after(answer.headers)
            reason = f"HTTP {answer.status}"
            raise TransientSourceError(f"{url}: {reason}; it is tried again later", wait, reason)
        return answer

    def _exchange(self, url: str, headers: dict[str, str], most_bytes: int, is_cut: bool) -> Answer:
        """Send a request and read its answer; a body beyond the limit is cut there, or an error."""
        sent = {"User-Agent": self.user_agent, "Accept": "*/*", "Accept-Encoding": ACCEPTED} | headers
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), self.limits.wait_seconds)
        with self._pool.stream("GET", url, headers=list(sent.items()), extensions={"timeout": timeout}) as response:
            given = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status != 200:
                return Answer(response.status, given, b"", 0)
            body, received = self._body(url, response, given, most_bytes, is_cut)
        return Answer(response.status, given, body, received)

    def _body(
        self, url: str, response: httpcore.Response, given: Mapping[str, str], limit: int, is_cut: bool
    ) -> tuple[bytes, int]:
        received = 0

        def counted() -> Iterator[bytes]:
            nonlocal received
            for chunk in response.iter_stream():
                received += len(chunk)
                self.spent.received_bytes += len(chunk)
                yield chunk

        parts: list[bytes] = []
        size = 0
        for part in unpacked(counted(), given.get("content-encoding", "")):
            size += len(part)
            parts.append(part)
            if size > limit or received > limit:
                if is_cut:
                    break
                raise FetchError(url, "too large", f"more than {limit} bytes")
        return b"".join(parts)[:limit], received


@cache
def _trusted() -> ssl.SSLContext:
    """Whose certificates are believed; made once, since that takes a while."""
    return httpcore.default_ssl_context()


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
        raise TransientSourceError(f"{url}: {error}", reason="damaged answer") from None
    except _FAULTS as error:
        if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in (error.__context__, *error.args)):
            raise FetchError(url, "certificate", str(error)[:200]) from None
        name = type(error).__name__
        raise TransientSourceError(f"{url}: {name}: {str(error)[:200]}", reason=name) from None
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise FetchError(url, "protocol", str(error)[:200]) from None
