"""Running a command and measuring it from outside.

Belongs here: wall and processor seconds and peak memory of a whole process. Does not belong here: what is measured.
"""

import os
import resource
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from multiprocessing import active_children
from pathlib import Path
from typing import IO

SPACEPACT = str(Path(sys.executable).with_name("spacepact"))


@dataclass(frozen=True, slots=True)
class Measured:
    """One finished process: seconds on the clock, processor seconds, peak memory in MiB, and what it printed."""

    wall: float
    cpu: float
    peak_mib: float
    output: str


class Peak:
    """Within a block, the most memory that this process and those it starts hold together, looked at often.

    Attributes:
        mib: the most so far.
    """

    def __init__(self) -> None:
        self.mib = 0.0
        self._ended = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)
        self._before = _spent()

    def __enter__(self) -> "Peak":
        self._looking.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._looking.join()

    def spent(self) -> float:
        """Processor seconds of this process, and of those that it started and that have ended."""
        return _spent() - self._before

    def _look(self) -> None:
        while not self._ended.wait(0.1):
            processes = [os.getpid(), *(child.pid for child in active_children() if child.pid)]
            self.mib = max(self.mib, sum(map(_resident_mib, processes)))


def _spent() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _resident_mib(process: int) -> float:
    """Resident pages of a process now; 0 where it has just ended."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def measure(arguments: list[str], home: Path | None = None, stdin: Path | None = None) -> Measured:
    """Run a command to its end.

    Raises:
        RuntimeError: it did not exit with 0; the message holds the end of its output.
    """
    environment = dict(os.environ) | ({"SPACEPACT_HOME": str(home)} if home else {})
    began = time.monotonic()
    with (stdin or Path(os.devnull)).open("rb") as source:
        process = subprocess.Popen(
            arguments,
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
        )
        output, errors = _drain(process)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}: {errors[-500:]}")
    return Measured(time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)


def _drain(process: "subprocess.Popen[str]") -> tuple[str, str]:
    """Read both pipes to their ends without reaping the process: its own accounting is wanted."""
    parts = {"out": "", "err": ""}
    assert process.stdout and process.stderr  # noqa: S101 - both are pipes

    def read(name: str, stream: IO[str]) -> None:
        parts[name] = stream.read()

    threads = [
        threading.Thread(target=read, args=("out", process.stdout)),
        threading.Thread(target=read, args=("err", process.stderr)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return parts["out"], parts["err"]
