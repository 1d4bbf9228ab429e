"""The dimensions of who says so: outlets and their articles.

Belongs here: declarations of these tables. Does not belong here: their rows (lexicons and the store) or the SQL.
"""

from warehouse.schema import Column, Table
from warehouse.tables.validity import PROVISIONAL

DIM_SOURCES = Table(
    "core",
    "dim_sources",
    "One row per outlet.",
    "An outlet unknown to the lexicons is provisional, its ownership unknown.",
    ("source_id",),
    (
        Column("source_id", "VARCHAR", "Stable id, a slug of its name."),
        Column("source_name", "VARCHAR", "Name as it calls itself.", not_null=True),
        Column(
            "source_tier",
            "INTEGER",
            "1 agency's or government's own release, 2 wire or trade press, 3 general press, 4 aggregator or unknown.",
            not_null=True,
        ),
        Column("country_code", "VARCHAR", "Country of its seat.", references="core.dim_countries.country_code"),
        Column(
            "ownership",
            "VARCHAR",
            "Who owns it; sample for the bundled sample's own retelling.",
            not_null=True,
            values=("state", "party", "military", "agency", "public", "private", "sample", "unknown"),
        ),
        Column("language", "VARCHAR", "Its main language (ISO 639-1)."),
        PROVISIONAL,
    ),
)

DIM_ARTICLES = Table(
    "core",
    "dim_articles",
    "One row per article, in its newest version.",
    "The text stays in the writer's store; quotes of it are in fact_evidence.",
    ("article_id",),
    (
        Column(
            "article_id",
            "VARCHAR",
            "Hash of its canonical URL, else of source and given id, else of the content.",
        ),
        Column("url", "VARCHAR", "Canonical URL."),
        Column("source_article_id", "VARCHAR", "The id that the source gave it."),
        Column("title", "VARCHAR", "Headline."),
        Column("published_date", "DATE", "Day of publication as given."),
        Column(
            "is_date_doubtful",
            "BOOLEAN",
            "True where that day lay more than two days ahead when read; it then resolves no relative date.",
            not_null=True,
        ),
        Column("fetched_at", "TIMESTAMP", "When this version was first read (UTC).", not_null=True),
        Column(
            "source_id",
            "VARCHAR",
            "The outlet; null where none was given.",
            references="core.dim_sources.source_id",
        ),
        Column("byline", "VARCHAR", "Author line."),
        Column(
            "credited_source_id",
            "VARCHAR",
            "The wire or agency that the outlet credits.",
            references="core.dim_sources.source_id",
        ),
        Column(
            "language", "VARCHAR", "Language of the text (ISO 639-1), where known; facts are read from English alone."
        ),
        Column("origin", "VARCHAR", "The configured source that it came through (sample, inbox).", not_null=True),
        Column("version_count", "INTEGER", "Versions of it that were read.", not_null=True),
        Column(
            "origin_group",
            "VARCHAR",
            "The independent source that it counts as: the wire behind it, else the outlet; of copies of one story, "
            "that of the story; 'unknown' where none is known.",
        ),
        Column(
            "duplicate_of",
            "VARCHAR",
            "The article that it repeats; null if it repeats none.",
            references="core.dim_articles.article_id",
        ),
        Column(
            "duplicate_reason",
            "VARCHAR",
            "How: the same text (the other one then speaks for it), a near copy, or a near copy that credits the wire "
            "behind both; near copies speak, as one source.",
            values=("same text", "near copy", "credited wire"),
        ),
        Column("is_sample", "BOOLEAN", "True for an article of the bundled sample.", not_null=True),
        Column("is_withdrawn", "BOOLEAN", "True where its claims no longer count.", not_null=True),
        Column(
            "withdrawn_reason",
            "VARCHAR",
            "Why: its source is switched off, its own address answers that it is gone, or override: a person.",
        ),
    ),
)
