"""Running the job once, in this process, and saying why it failed.

Belongs here: the call into Dagster that `spacepact refresh` makes. Does not belong here: what the job does.
Importing this module imports Dagster, which takes a second: a command does so only when there is work.
"""

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from orchestration.errors import USER_ERRORS, CommandError
from orchestration.settings import Settings

os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "1")

import dagster as dg  # noqa: E402 - telemetry is off before Dagster looks

from orchestration.definitions import defs  # noqa: E402
from orchestration.event_log import unhurried_records  # noqa: E402
from orchestration.orphans import PROCESS_TAG, process_label  # noqa: E402

_NOWHERE = logging.NullHandler()


def run_refresh(settings: Settings, reason: str, *, force: bool = False, rebuild: bool = False) -> str:
    """Run the job `refresh` on a home; return the run's id.

    Raises:
        CommandError: a stage failed or a check stopped the run; the cause in one line.
    """
    config = {
        "extra_inbox": str(settings.extra_inbox or ""),
        "force": force,
        "rebuild": rebuild,
        "only": list(settings.only),
    }
    with _instance(settings) as instance:
        job = defs().resolve_job_def("refresh")
        try:
            result = job.execute_in_process(
                instance=instance,
                run_config={
                    "resources": {"home": {"config": config}},
                    "loggers": {"console": {"config": {"level": "CRITICAL"}}},  # the cause is told in one line below
                },
                tags={PROCESS_TAG: process_label(os.getpid()), "spacepact/reason": reason},
                raise_on_error=True,
            )
        except Exception as error:
            raise _cause(error) from error
    return str(result.run_id)


@contextmanager
def _instance(settings: Settings) -> Iterator[dg.DagsterInstance]:
    """The home's Dagster records, with Dagster's own logging kept out of the terminal.

    A level alone does not do that: a run sets its own, and what no handler takes is printed.
    """
    os.environ["DAGSTER_HOME"] = str(settings.dagster_home)
    logging.getLogger("dagster").setLevel(logging.CRITICAL)
    logging.getLogger("dagster").addHandler(_NOWHERE)
    for category in (dg.BetaWarning, dg.PreviewWarning):
        warnings.filterwarnings("ignore", category=category)
    with unhurried_records(), dg.DagsterInstance.from_config(str(settings.dagster_home)) as instance:
        yield instance


def _cause(error: BaseException) -> Exception:
    """The fault that a person can act on, below Dagster's wrapping."""
    below: BaseException | None = error
    while below is not None:
        if isinstance(below, USER_ERRORS):
            return below
        below = getattr(below, "user_exception", None) or below.__cause__
    if type(error).__name__ == "DagsterAssetCheckFailedError":  # Dagster does not export it
        return CommandError(f"a check stopped the run before it published: {error}; see it with spacepact ui")
    return CommandError(f"the run failed: {type(error).__name__}: {error}; see the run with spacepact ui")
