"""`spacepact ui`: Dagster's page, its schedules and sensors, for one home.

Belongs here: starting and ending Dagster's own processes. Does not belong here: what the page shows (`defs/`).
"""

import fcntl
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from orchestration.errors import CommandError
from orchestration.home import prepare
from orchestration.settings import Settings

HOST = "127.0.0.1"

# The location's name is fixed: Dagster keys the state of schedules by it.
WORKSPACE = """\
load_from:
  - python_module:
      module_name: orchestration.definitions
      location_name: spacepact
"""


@click.command("ui")
@click.option("--port", default=3000, show_default=True, type=click.IntRange(1, 65535), help="Port on 127.0.0.1.")
def command(port: int) -> int:
    """Open the home in Dagster on 127.0.0.1: assets, checks, runs.

    The schedules and the inbox sensor run while this command runs.
    """
    settings = Settings.from_environment()
    prepare(settings)
    with _only_one(settings.dagster_home / "ui.lock", settings.home) as lock:
        _check_free(port)
        workspace = settings.dagster_home / "workspace.yaml"
        workspace.write_text(WORKSPACE, encoding="utf-8")
        print(f"Home       {settings.home}")
        print(f"Dagster    http://{HOST}:{port}")
        print("Schedules and the inbox sensor run while this runs; end it with Ctrl-C.", flush=True)
        return _serve(settings, workspace, port, lock)


@contextmanager
def _only_one(lock: Path, home: Path) -> Iterator[int]:
    """Take the home for this page alone: two daemons would double every scheduled run.

    Yields the lock's descriptor, for Dagster to hold too: should this process be killed and Dagster live on, the home
    stays taken.
    """
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise CommandError(f"{home}: Dagster already runs on this home; use that one or end it first") from None
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _check_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CommandError(f"port {port}: {error.strerror}; choose another with --port") from error


def _serve(settings: Settings, workspace: Path, port: int, lock: int) -> int:
    """Run `dagster dev` until it ends or we are told to end it; returns 0 for an end that was asked for."""
    environment = os.environ | {
        "SPACEPACT_HOME": str(settings.home),
        "DAGSTER_HOME": str(settings.dagster_home),
        "DAGSTER_DISABLE_TELEMETRY": "1",
    }
    arguments = [sys.executable, "-m", "dagster", "dev", "-w", str(workspace), "-h", HOST, "-p", str(port)]
    asked: list[int] = []

    def pass_on(number: int, _frame: object) -> None:
        asked.append(number)
        child.send_signal(signal.SIGINT)

    # A process started in the background may inherit ignored signals; Dagster must not.
    child = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
        arguments,
        env=environment,
        cwd=settings.home,
        start_new_session=True,
        pass_fds=(lock,),
        preexec_fn=_default_signals,
    )
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, pass_on)
    code = child.wait()
    return 0 if asked else code


def _default_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
