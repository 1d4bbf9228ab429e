"""The asset that readers open: the published warehouse.

Belongs here: the last asset of the graph. Does not belong here: how a version is published (`warehouse.publish`).
"""

from datetime import timedelta

import dagster as dg

from orchestration import publishing
from orchestration.defs.resources import Home
from orchestration.materialize import plain_metadata
from orchestration.specs import OWNERS, asset_key
from warehouse.tables import METRICS_TABLES

KEY = dg.AssetKey(["published", "warehouse"])


@dg.multi_asset(
    name="publish",
    specs=[
        dg.AssetSpec(
            KEY,
            deps=[asset_key(table) for table in METRICS_TABLES],
            description="The file that readers open, `warehouse.duckdb`, replaced in one step by a checked version.",
            group_name="published",
            owners=OWNERS,
            kinds={"duckdb", "file"},
            freshness_policy=dg.FreshnessPolicy.time_window(
                fail_window=timedelta(hours=50), warn_window=timedelta(hours=26)
            ),
        )
    ],
    pool="warehouse",
)
def publish(home: Home) -> dg.MaterializeResult[None]:
    """Publish the next version, unless the one that stands says the same."""
    number = publishing.publish_build(home.settings, home.record)
    metadata = plain_metadata(home.record.counts | {f"seconds_{k}": v for k, v in home.record.seconds.items()})
    return dg.MaterializeResult(
        asset_key=KEY,
        metadata=metadata
        | {
            "warehouse": dg.MetadataValue.path(str(home.settings.warehouse)),
            "published_number": number if number is not None else "unchanged",
        },
    )
