"""How the configured sources do, for readers of the published file.

Belongs here: the declaration. Does not belong here: the writer's own rows (`ingest`), or outlets (`news.DIM_SOURCES`):
a configured source may bring the articles of many outlets.
"""

from warehouse.schema import Column, Table
from warehouse.tables.measure import REFRESHED_AT, count, detail, flag

LAST_RUN = "The last run of the source before this version was published"
A_RUN = "it tells of one run"

SOURCE_STATES = Table(
    "metrics",
    "source_states",
    "One row per configured source, as it did when this version was published.",
    "What it is now is shown by `spacepact status`; a refresh that brings nothing publishes nothing.",
    ("source_name",),
    (
        Column("source_name", "VARCHAR", "Its name in sources.toml; `origin` of its articles in core.dim_articles."),
        detail("kind", "VARCHAR", "Kind of source.", "All sources"),
        flag("is_enabled", "Whether it is read at present.", "All sources"),
        count("articles", "Articles that came through it and stand.", "Articles that are not withdrawn"),
        count(
            "articles_elsewhere",
            "Articles that it brought too and that are kept under another source.",
            "Articles that are not withdrawn",
            "several sources may bring an article that another keeps",
        ),
        detail(
            "succeeded_at", "TIMESTAMP", "When it was last read to its end, with no page put off (UTC).", "All runs"
        ),
        count("failures", "Runs in a row that ended in a fault.", "All runs", "runs of sources are no common count"),
        detail("next_try_at", "TIMESTAMP", "Not asked before (UTC); null for at each refresh.", "All runs"),
        detail("fault", "VARCHAR", "The last fault in one line, while it lasts.", "All runs"),
        count(
            "seen", "What it came to an end with: added + changed + unchanged + rejected + withdrawn.", LAST_RUN, A_RUN
        ),
        count("added", "Articles or records that were new.", LAST_RUN, A_RUN),
        count("changed", "Those that had changed.", LAST_RUN, A_RUN),
        count("unchanged", "Those that were as they are kept, whichever source brought them.", LAST_RUN, A_RUN),
        count("rejected", "Items that could not be read.", LAST_RUN, A_RUN),
        count(
            "withdrawn",
            "Articles that their own address says are gone; records gone from a catalogue.",
            LAST_RUN,
            A_RUN,
        ),
        count("waiting", "Pages or records whose turn did not come.", LAST_RUN, A_RUN),
        count("deferred", "Pages that were put off: their host asks for time, or fails.", LAST_RUN, A_RUN),
        detail("deferred_because", "VARCHAR", "Why they were put off, in one line; null where none was.", LAST_RUN),
        count("requests", "Requests that it sent.", LAST_RUN, A_RUN),
        count("received_bytes", "Bytes that it received, packed.", LAST_RUN, A_RUN),
        detail("seconds", "DOUBLE", "Seconds that it worked or was answered.", LAST_RUN, not_additive=A_RUN),
        detail("waited_seconds", "DOUBLE", "Seconds that it waited for its turn.", LAST_RUN, not_additive=A_RUN),
        REFRESHED_AT,
    ),
)
