"""Courtesy to hosts, shared by all sources of a run: what each host allows, and whose turn it is.

Belongs here: rules, intervals, and which hosts are left alone for the rest of a run. Does not belong here: requests
(fetch), reading robots.txt (robots).
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from sources.errors import TransientSourceError
from sources.robots import Rules

_MOST_FAILURES = 3


class Host:
    """One origin: its rules or why they cannot be had, and when it may be asked again.

    Attributes:
        asking: held while somebody asks for the rules.
        rules: of its robots.txt, once it was asked for.
        fault: why it is left alone until the end of the run, if it is.
    """

    def __init__(self) -> None:
        self.asking = threading.RLock()
        self.rules: Rules | None = None
        self.fault: TransientSourceError | None = None
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

    def failed(self, fault: TransientSourceError, is_final: bool) -> None:
        """An address of it could not be had. After three in a row, or a long wait asked for, the host is left alone."""
        self._failures += 1
        if is_final or self._failures >= _MOST_FAILURES:
            self.fault = fault


class Hosts:
    """All hosts of a run; may be used from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._hosts: dict[str, Host] = {}

    def of(self, url: str) -> Host:
        """The host that an address belongs to."""
        parts = urlsplit(url)
        with self._lock:
            return self._hosts.setdefault(f"{parts.scheme}://{parts.netloc}", Host())
