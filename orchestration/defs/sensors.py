"""Watching the inbox between the hourly runs.

Belongs here: the sensor. Does not belong here: what counts as new (`orchestration.newness`).
"""

import dagster as dg

from orchestration.defs.jobs import refresh
from orchestration.newness import inbox_news
from orchestration.settings import Settings


@dg.sensor(
    target=refresh,
    minimum_interval_seconds=30,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Starts a refresh when a file that was not read yet lies in the inbox.",
)
def inbox_sensor(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """Run once for each set of unread files."""
    news = inbox_news(Settings.from_environment())
    if news is None:
        return dg.SkipReason("No unread file in the inbox.")
    return dg.RunRequest(run_key=news.key, tags={"spacepact/reason": news.reason})
