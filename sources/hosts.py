"""Courtesy to hosts, shared by all sources of a run: what each host allows, and whose turn it is.

Belongs here: rules, intervals, which hosts are left alone, and until when. Does not belong here: requests (fetch),
reading robots.txt (robots), where the time until which a host is left alone is kept between two runs.
"""

import datetime as dt
import math
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from sources.errors import TransientSourceError
from sources.robots import Rules

_MOST_FAILURES = 3
_LONGEST_REST = dt.timedelta(days=30)
_DEFAULT_PORTS = {"http": 80, "https": 443}


class Host:
    """One origin: its rules or why they cannot be had, and when it may be asked again.

    Attributes:
        asking: held while somebody asks for the rules.
        rules: of its robots.txt, once it was asked for.
        fault: why it is left alone until the end of the run, if it is.
        patience: seconds that were spent because it asked for them.
    """

    def __init__(self) -> None:
        self.asking = threading.RLock()
        self.rules: Rules | None = None
        self.fault: TransientSourceError | None = None
        self.patience = 0.0
        self._turn = threading.Condition()
        self._free_at = 0.0
        self._failures = 0
        self._under_way = 0

    @contextmanager
    def turn(
        self, interval: float, at_once: int, clock: Callable[[], float], sleep: Callable[[float], None]
    ) -> Iterator[None]:
        """Wait until the host may be asked, and count as a request under way within the block."""
        with self._turn:
            self._turn.wait_for(lambda: self._under_way < at_once)
            self._under_way += 1
            start = max(clock(), self._free_at)
            self._free_at = start + interval
        try:
            if (pause := start - clock()) > 0:
                sleep(pause)
            yield
        finally:
            with self._turn:
                self._under_way -= 1
                self._turn.notify()

    def rest(self, until: float) -> None:
        """Ask nothing before that moment."""
        with self._turn:
            self._free_at = max(self._free_at, until)

    def answered(self) -> None:
        """An address of it was had, or will never be: the host itself is well."""
        self._failures = 0

    def failed(self, fault: TransientSourceError) -> None:
        """An address of it could not be had. After three in a row, the host is left alone."""
        self._failures += 1
        if self._failures >= _MOST_FAILURES:
            self.fault = fault


@dataclass(frozen=True, slots=True)
class Rest:
    """What a host asked for by `Retry-After`.

    Attributes:
        until: nothing is asked of it before (UTC without zone).
        because: what it answered.
    """

    until: dt.datetime
    because: str


def utc_now() -> dt.datetime:
    """UTC without zone."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


class Hosts:
    """All hosts of a run; may be used from several threads.

    Attributes:
        rests: hosts that asked to be left alone, as this or an earlier run met them, by `host_of`.
    """

    def __init__(
        self,
        rests: Mapping[str, Rest] | None = None,
        now: Callable[[], dt.datetime] = utc_now,
        note: Callable[[Mapping[str, Rest]], None] = lambda _: None,
    ) -> None:
        """Begin a run.

        Args:
            rests: what earlier runs noted.
            now: UTC without zone.
            note: keeps all rests that last, whenever there is a new one.
        """
        self.rests = {host: rest for host, rest in (rests or {}).items() if rest.until > now()}
        self._now = now
        self._note = note
        self._lock = threading.Lock()
        self._hosts: dict[str, Host] = {}

    def of(self, url: str) -> Host:
        """The host that an address belongs to."""
        parts = urlsplit(url)
        with self._lock:
            return self._hosts.setdefault(f"{parts.scheme}://{parts.netloc}", Host())

    def rest_of(self, url: str) -> tuple[Rest, float] | None:
        """What the host of an address asked for, and the seconds that are left of it; None where it may be asked."""
        rest = self.rests.get(host_of(url))
        left = math.ceil((rest.until - self._now()).total_seconds()) if rest else 0
        return (rest, left) if rest and left > 0 else None

    def leave_alone(self, url: str, seconds: float, because: str) -> None:
        """Ask nothing of that host for so long, in this run and in later ones; 30 days at most."""
        until = self._now() + min(dt.timedelta(seconds=seconds), _LONGEST_REST)
        host = host_of(url)
        with self._lock:
            standing = self.rests.get(host)
            if standing is None or standing.until < until:
                self.rests[host] = Rest(until, because)
            self._note({name: rest for name, rest in sorted(self.rests.items()) if rest.until > self._now()})


def host_of(url: str) -> str:
    """Name of an address's host, with its port where that is not the usual one: the same for http and https."""
    parts = urlsplit(url)
    port = parts.port or _DEFAULT_PORTS.get(parts.scheme)
    name = (parts.hostname or "").lower()
    name = f"[{name}]" if ":" in name else name
    return name if port in _DEFAULT_PORTS.values() else f"{name}:{port}"
