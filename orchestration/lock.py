"""One writer at a time: an OS lock that dies with its process.

Belongs here: taking and releasing the lock on a home. Does not belong here: what is done under it. The lock is held
by the kernel for an open file, so a killed process never leaves it behind; the file's content is a label only.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from orchestration.errors import CommandError

_POLL_SECONDS = 0.1
_held: dict[Path, int] = {}


@contextmanager
def writer_lock(path: Path, wait_seconds: float, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the writer's lock of a home; entering again in the same process is free.

    Args:
        path: the lock file, made where missing.
        wait_seconds: how long to wait for another process at most.
        say: told one line when it has to wait.

    Raises:
        CommandError: the other process still holds the lock when the time is up.
    """
    path = path.resolve()
    if _held.get(path):
        _held[path] += 1
        try:
            yield
        finally:
            _held[path] -= 1
        return
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(descriptor, path, wait_seconds, say)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"process {os.getpid()}".encode(), 0)
        _held[path] = 1
        try:
            yield
        finally:
            _held.pop(path)
    finally:
        os.close(descriptor)


def _take(descriptor: int, path: Path, wait_seconds: float, say: Callable[[str], None]) -> None:
    end = time.monotonic() + wait_seconds
    told = False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            holder = os.pread(descriptor, 100, 0).decode(errors="replace").strip() or "another process"
            if time.monotonic() >= end:
                raise CommandError(
                    f"{path.parent.parent}: {holder} is still refreshing this home after {wait_seconds:.0f} s; "
                    "try again when it has ended"
                ) from None
            if not told:
                say(f"{holder} is refreshing this home; waiting at most {wait_seconds:.0f} s")
                told = True
            time.sleep(_POLL_SECONDS)
