"""What a run holds: the home, under the writer's lock.

Belongs here: Dagster resources. Does not belong here: what is done with them.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
from pydantic import PrivateAttr

from orchestration.home import prepare
from orchestration.lock import writer_lock
from orchestration.orphans import PROCESS_TAG, end_orphans, process_label
from orchestration.run_record import RunRecord
from orchestration.settings import LOCK_WAIT_SECONDS, Settings


class Home(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The home of this run, locked against other writers from the first step to the last.

    Attributes:
        extra_inbox: a further folder to read, or empty.
        force: rebuild facts, metrics and checks though nothing is new.
        rebuild: read all files and kept pages again, extract and resolve everything anew.
        only: sources to read, due or not; empty for all that are due.
    """

    extra_inbox: str = ""
    force: bool = False
    rebuild: bool = False
    only: list[str] = []

    _record: RunRecord = PrivateAttr()
    _settings: Settings = PrivateAttr()

    @property
    def settings(self) -> Settings:
        """The paths of this run."""
        return self._settings

    @property
    def record(self) -> RunRecord:
        """Counts and seconds of this run, by stage."""
        return self._record

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator["Home"]:
        """Prepare the home, wait for the lock, and end what a killed run left open."""
        extra_inbox = Path(self.extra_inbox) if self.extra_inbox else None
        self._settings = Settings.from_environment(extra_inbox, tuple(self.only))
        prepare(self._settings)
        run_id = context.run_id
        instance = context.instance
        if instance and run_id:
            instance.add_run_tags(run_id, {PROCESS_TAG: process_label(os.getpid())})
        say = context.log.info if context.log else print
        with writer_lock(self._settings.lock, LOCK_WAIT_SECONDS, say):
            if instance:
                end_orphans(instance, run_id)
            self._record = RunRecord(run_id or "", datetime.now(UTC))
            yield self


@dg.definitions
def resources() -> dg.Definitions:
    """The resources by name."""
    return dg.Definitions(resources={"home": Home()})
