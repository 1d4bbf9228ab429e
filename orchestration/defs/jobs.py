"""The one job: articles in, a published warehouse out.

Belongs here: which assets a run takes. Does not belong here: when it runs (`schedules.py`, `sensors.py`).
"""

from typing import Any

import dagster as dg

#: A run that the daemon started shares the terminal of `spacepact ui`: warnings alone are shown there.
QUIET: dict[str, Any] = {"console": {"config": {}}}

refresh = dg.define_asset_job(
    "refresh",
    selection=dg.AssetSelection.all(),
    description="Read all sources, extract, resolve, rebuild the star and its metrics, check them and publish.",
    tags={"dagster/priority": "0"},
    config={"loggers": QUIET},
)
