"""Ending what a killed refresh left open in Dagster's records.

Belongs here: telling dead runs from living ones, marking them failed and freeing their places. Does not belong here:
the writer's lock, which guards the files.
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg

#: Run tag that names the process of a run, so that a later one can tell whether it still lives.
PROCESS_TAG = "spacepact/process"

#: How long a run may be open before it has named its process.
START_GRACE = timedelta(minutes=2)

_OPEN = (
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.CANCELING,
)


def process_label(pid: int) -> str:
    """A process and, where the system tells it, when it began: a number that is used again is another process."""
    try:
        began = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        began = ""
    return f"{pid}:{began}"


def is_alive(label: str) -> bool:
    """Whether the process that a label names still runs."""
    pid = label.partition(":")[0]
    if not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return process_label(int(pid)) == label


def end_orphans(instance: dg.DagsterInstance, own_run_id: str | None = None) -> list[str]:
    """Mark runs whose process is gone as failed, and free their pool slots; return their ids.

    An in-process run that is killed keeps its status and its slot for ever, and the next one would wait for it
    without end.

    Args:
        instance: Dagster's records of this home.
        own_run_id: the run that calls, which is alive.
    """
    ended = []
    for record in instance.get_run_records(dg.RunsFilter(statuses=list(_OPEN))):
        run = record.dagster_run
        label = run.tags.get(PROCESS_TAG)
        opened = record.create_timestamp.replace(tzinfo=UTC)
        is_starting = label is None and datetime.now(UTC) - opened < START_GRACE
        if run.run_id == own_run_id or is_starting or (label and is_alive(label)):
            continue
        instance.report_run_failed(run, "Its process ended before the run did; marked failed by the next refresh.")
        instance.event_log_storage.free_concurrency_slots_for_run(run.run_id)
        ended.append(run.run_id)
    return ended
