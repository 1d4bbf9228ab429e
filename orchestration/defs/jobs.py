"""The one job: articles in, a published warehouse out.

Belongs here: which assets a run takes. Does not belong here: when it runs (`schedules.py`, `sensors.py`).
"""

import dagster as dg

refresh = dg.define_asset_job(
    "refresh",
    selection=dg.AssetSelection.all(),
    description="Read all sources, extract, resolve, rebuild the star and its metrics, check them and publish.",
    tags={"dagster/priority": "0"},
)
