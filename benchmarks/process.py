"""Running a command and measuring it from outside.

Belongs here: wall and processor seconds and peak memory of a whole process. Does not belong here: what is measured.
"""

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
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
