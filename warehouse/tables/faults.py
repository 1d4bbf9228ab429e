"""What is wrong, for readers of the published file: items that could not be read, and checks with rows at fault.

Belongs here: these declarations. Does not belong here: the writer's own rejects (`store`), the rows of catalogues as
each catalogue gives them (`catalogues`), or any check (`warehouse/sql/checks/`).
"""

from warehouse.schema import Column, Table
from warehouse.tables.measure import REFRESHED_AT, count, detail, flag

_ALL = "All checks of this version"

REJECTS = Table(
    "metrics",
    "rejects",
    "One row per item that could not be read and place where it lies, as things stood when this version was published.",
    "Articles, pages, files and rows of catalogues. An item that was mended, is gone, or whose source is off is no "
    "longer here. What it is now is listed by `spacepact status --rejects`: rejects alone publish nothing.",
    ("source_name", "place", "content_hash"),
    (
        Column("source_name", "VARCHAR", "The configured source."),
        Column("place", "VARCHAR", "Where in it: an address, or a file and the line or row in it."),
        Column("content_hash", "VARCHAR", "Hash of the bytes at fault, or of what was wrong and where."),
        Column("reason", "VARCHAR", "Short class of what was wrong (docs/sources.md).", not_null=True),
        Column("detail", "VARCHAR", "One line that says what was wrong.", not_null=True),
        Column("url", "VARCHAR", "Its address, where it has one."),
        Column("title", "VARCHAR", "Its title, where that could be read."),
        Column("source_article_id", "VARCHAR", "The id that the source gave it, where that could be read."),
        Column("first_seen_at", "TIMESTAMP", "When it was first met (UTC); null for a row of a catalogue."),
        Column("last_seen_at", "TIMESTAMP", "When it was last met (UTC); null for a row of a catalogue."),
        REFRESHED_AT,
    ),
)

CHECK_RESULTS = Table(
    "metrics",
    "check_results",
    "One row per check of this version, and what it found.",
    "All checks ran before this version was published; one that blocks found nothing, or there would be no version.",
    ("check_name",),
    (
        Column("check_name", "VARCHAR", "Name of the check, as in Dagster."),
        detail("table_name", "VARCHAR", "The table that it speaks of, with its schema.", _ALL),
        detail("severity", "VARCHAR", "How bad rows at fault are: error or warn.", _ALL),
        flag("is_blocking", "Rows at fault would hold back the publish.", _ALL),
        flag("is_passed", "No row is at fault.", _ALL),
        count("bad_rows", "Rows at fault.", "Rows of the table that it speaks of", "one row may fail many checks"),
        detail("example", "VARCHAR", "The first rows at fault, column by column; null where there is none.", _ALL),
        detail("must_hold", "VARCHAR", "What must hold, and why.", _ALL),
        detail("query", "VARCHAR", "The query that finds all rows at fault; it runs on this file.", _ALL),
        REFRESHED_AT,
    ),
)
