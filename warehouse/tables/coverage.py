"""What was read and reported, and what the warehouse says of itself.

Belongs here: declarations of the tables of schema `metrics` that are about sources, figures, definitions and refreshes.
Does not belong here: the metrics of events (`metrics`) or any SQL.
"""

from warehouse.schema import Column, Table
from warehouse.tables.measure import REFRESHED_AT, count, detail, flag

REPORTED = "Figures as articles claim them"
ITEMISED = "The facts of the warehouse that the other metrics count"
FIGURES_OVERLAP = "figures repeat and overlap"
READ = "Articles and items read, in their newest version"
A_FACT_HAS_SOURCES = "a fact is in a row for each source that tells it"

REPORTED_VS_ITEMISED = Table(
    "metrics",
    "reported_vs_itemised",
    "One row per series of reported totals and as-of date.",
    "Repeats of a figure are folded; where figures of a day differ, the one that most articles tell stands, then the "
    "one of the better source, then the larger. Beside it stands what the warehouse itemises itself.",
    ("series_id", "as_of_date"),
    (
        Column(
            "series_id",
            "VARCHAR",
            "Hash of what a series counts: claimant, subject, metric, scope, foreign or not, start of the window, and "
            "what sets it apart; metrics.counted_totals has each figure.",
        ),
        Column("as_of_date", "DATE", "Day up to which the figure counts; null where not known."),
        detail(
            "claimant",
            "VARCHAR",
            "The party whose activity is counted; null for a body of many.",
            REPORTED,
            "core.dim_parties.party_code",
        ),
        detail(
            "subject",
            "VARCHAR",
            "The named thing that is counted for, as its dimension names it, else as worded; null if none.",
            REPORTED,
        ),
        detail("metric", "VARCHAR", "What is counted.", REPORTED),
        detail("scope", "VARCHAR", "Cumulative, window, ordinal, current or planned.", REPORTED),
        detail("window_from", "DATE", "First day of the window of a windowed figure.", REPORTED),
        detail("window_to", "DATE", "Last day of the window of a windowed figure.", REPORTED),
        detail("value", "DOUBLE", "The figure.", REPORTED, not_additive=FIGURES_OVERLAP),
        detail("bound", "VARCHAR", "How exact it is: =, >=, <= or ~.", REPORTED),
        count("article_count", "Articles that tell this figure.", REPORTED, "an article tells many figures"),
        count("rival_values", "Other figures told of the same series and day.", REPORTED),
        detail(
            "itemised_by_then",
            "BIGINT",
            "What the warehouse itemises, certainly dated up to that day.",
            ITEMISED,
            not_additive=FIGURES_OVERLAP,
        ),
        detail(
            "itemised_now",
            "BIGINT",
            "What the warehouse itemises in all, undated facts included.",
            ITEMISED,
            not_additive=FIGURES_OVERLAP,
        ),
        detail(
            "gap",
            "DOUBLE",
            "value less itemised_by_then. Below 0 the warehouse itemises more than the figure tells.",
            REPORTED,
            not_additive=FIGURES_OVERLAP,
        ),
        detail(
            "coverage_pct", "DOUBLE", "itemised_by_then in per cent of value.", REPORTED, not_additive="it is a share"
        ),
        flag("comparable", "Whether the warehouse itemises what the figure counts.", REPORTED),
        detail("not_comparable_reason", "VARCHAR", "Why not, where not.", REPORTED),
        flag(
            "falls_below_previous",
            "Whether a comparable cumulative or ordinal figure is below an earlier one of its series.",
            REPORTED,
        ),
        REFRESHED_AT,
    ),
    nullable_key=("as_of_date",),
)

SOURCE_COVERAGE = Table(
    "metrics",
    "source_coverage",
    "One row per source and month of publication.",
    "seen = extracted + rejected + duplicates + other_language. Withdrawn articles are not among them.",
    ("source_id", "month"),
    (
        Column(
            "source_id",
            "VARCHAR",
            "The outlet; null where the article or the rejected item names none.",
            references="core.dim_sources.source_id",
        ),
        Column("month", "DATE", "First day of the month of publication; null where not known."),
        count("seen", "Articles and rejected items.", READ),
        count("extracted", "Articles that speak for themselves and were read for facts.", READ),
        count("rejected", "Items that could not be read.", READ),
        count("duplicates", "Articles whose text another article already tells word for word.", READ),
        count(
            "other_language", "Articles in another language than English, which are kept and not read for facts.", READ
        ),
        count(
            "facts",
            "Facts that its articles of the month tell.",
            "All facts, whatever their status",
            A_FACT_HAS_SOURCES,
        ),
        count(
            "facts_only_here",
            "Of these, facts that no other source tells.",
            "All facts, whatever their status",
            "a fact told twice by a source is in each of the months",
        ),
        REFRESHED_AT,
    ),
    nullable_key=("source_id", "month"),
)

DEFINITIONS = Table(
    "metrics",
    "definitions",
    "One row per metric column.",
    "Made from the same declarations as the tables and their comments.",
    ("table_name", "column_name"),
    (
        Column("table_name", "VARCHAR", "Table of schema metrics."),
        Column("column_name", "VARCHAR", "Its column."),
        Column("meaning", "VARCHAR", "What the column says.", not_null=True),
        Column("default_filter", "VARCHAR", "Which facts it counts.", not_null=True),
        Column("is_additive", "BOOLEAN", "Whether its values may be summed over the rows.", not_null=True),
        REFRESHED_AT,
    ),
)

REFRESH_LOG = Table(
    "metrics",
    "refresh_log",
    "One row per refresh that published.",
    "The last row is the refresh that made this file; its own publishing is not among the seconds.",
    ("number",),
    (
        Column("number", "BIGINT", "Number of the published version."),
        Column("started_at", "TIMESTAMP", "When the refresh started (UTC).", not_null=True),
        Column(
            "counts",
            "MAP(VARCHAR, BIGINT)",
            "Counts of the run by name (articles, claims, facts).",
            not_null=True,
        ),
        Column("seconds", "MAP(VARCHAR, DOUBLE)", "Seconds by stage.", not_null=True),
        Column("versions", "MAP(VARCHAR, VARCHAR)", "Versions by name (spacepact, rules, duckdb).", not_null=True),
        REFRESHED_AT,
    ),
)

PUBLISHED_VERSION = Table(
    "metrics",
    "published_version",
    "One row: the version of this file.",
    "",
    ("number",),
    (
        Column("number", "BIGINT", "Number of the version; a reader never meets a lower one than it has seen."),
        Column(
            "published_at",
            "TIMESTAMP",
            "When the refresh that published it computed it (UTC).",
            not_null=True,
        ),
        Column(
            "has_real_source",
            "BOOLEAN",
            "Whether a source beside the bundled sample is configured; the sample's own facts then leave the metrics.",
            not_null=True,
        ),
    ),
)
