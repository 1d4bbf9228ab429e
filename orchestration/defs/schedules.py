"""When the warehouse refreshes itself; times are UTC.

Belongs here: cron lines and the decision to skip a tick. Does not belong here: what counts as new
(`orchestration.newness`).
"""

import dagster as dg

from orchestration.defs.jobs import QUIET, refresh
from orchestration.newness import whats_new
from orchestration.settings import Settings


@dg.schedule(
    cron_schedule="5 * * * *",
    target=refresh,
    execution_timezone="UTC",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Hourly: new articles and their facts; says why it skipped where there is nothing new.",
)
def hourly_refresh(context: dg.ScheduleEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """Run where something is new."""
    found = whats_new(Settings.from_environment())
    if found.reason is None:
        failures = "".join(f" Not read: {problem}." for problem in found.failures.values())
        due = f" {found.next_due[:1].upper()}{found.next_due[1:]}." if found.next_due else ""
        return dg.SkipReason(f"Nothing new: no source is due, and no file is unread.{due}{failures}")
    return dg.RunRequest(tags={"spacepact/reason": found.reason})


@dg.schedule(
    cron_schedule="35 3 * * *",
    target=refresh,
    execution_timezone="UTC",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Daily: all facts, metrics and checks anew; publishes only where something changed.",
)
def daily_rebuild(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """Force the whole graph."""
    return dg.RunRequest(
        run_config=dg.RunConfig(resources={"home": {"config": {"force": True}}}, loggers=QUIET),
        tags={"spacepact/reason": "daily rebuild"},
    )
