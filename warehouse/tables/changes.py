"""What changed in the warehouse from day to day.

Belongs here: the declaration of `metrics.changes`. Does not belong here: the history that it is read from (`history`).
"""

from warehouse.schema import Column, Table
from warehouse.tables.measure import REFRESHED_AT
from warehouse.tables.resolution import CAUSES

CHANGES = Table(
    "metrics",
    "changes",
    "One row per time, fact and column that began to say something else.",
    "Also facts that appeared or went, with no column: an id that another took over is merged into it, and that one is "
    "merged from it; under a new id, what differs from the row under the first of the old ones is a change. "
    "A change of counts, confidence or first report alone is none.",
    ("known_at", "fact_id", "column_name"),
    (
        Column("day", "DATE", "Day of the refresh that published it (UTC).", not_null=True),
        Column("known_at", "TIMESTAMP", "Time of that refresh (UTC)."),
        Column(
            "fact_type",
            "VARCHAR",
            "Kind of fact.",
            not_null=True,
            values=("agreement", "launch", "cooperation", "total"),
        ),
        Column("fact_id", "VARCHAR", "The fact."),
        Column(
            "change",
            "VARCHAR",
            "Whether it appeared, one of its columns changed, it went, or what happened to its id.",
            not_null=True,
            values=("appears", "changes", "disappears", "merged_into", "merged_from"),
        ),
        Column("column_name", "VARCHAR", "The column; null where the fact appeared or went, or took over an id."),
        Column("old_value", "VARCHAR", "What it said; a list as JSON. Of merged_from the ids that it took over."),
        Column("new_value", "VARCHAR", "What it says since. Of merged_into the id that took it over."),
        Column("cause", "VARCHAR", "Why.", not_null=True, values=CAUSES),
        REFRESHED_AT,
    ),
    nullable_key=("column_name",),
)
