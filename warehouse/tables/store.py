"""The writer's store: articles as read, claims as extracted, facts as resolved. Not published.

Belongs here: declarations of the tables in `state/store.duckdb`. Does not belong here: how they are filled
(`warehouse.store`, `warehouse.claims`, `warehouse.resolved`).
"""

from warehouse.schema import Column, Table
from warehouse.tables.resolution import RESOLUTION_TABLES

ARTICLE_VERSIONS = Table(
    "main",
    "article_versions",
    "One row per article and content that was read for it.",
    "The current version is the one read last; a copy in the sample never displaces a real one.",
    ("article_id", "content_hash"),
    (
        Column("article_id", "VARCHAR", "Identity of the article."),
        Column("content_hash", "VARCHAR", "Hash of all that extraction reads."),
        Column("text_hash", "VARCHAR", "Hash of the text alone.", not_null=True),
        Column("url", "VARCHAR", "Canonical URL."),
        Column("source_article_id", "VARCHAR", "The id that the source gave it."),
        Column("title", "VARCHAR", "Headline."),
        Column("text", "VARCHAR", "The stored text; offsets count its code points.", not_null=True),
        Column("published", "VARCHAR", "Publication date as given, ISO."),
        Column("source", "VARCHAR", "Outlet as given or found."),
        Column("byline", "VARCHAR", "Author line."),
        Column("language", "VARCHAR", "Language of the text."),
        Column("credited_source", "VARCHAR", "The wire that the outlet credits, as given."),
        Column("is_date_doubtful", "BOOLEAN", "The date lay more than two days ahead when read.", not_null=True),
        Column("origin", "VARCHAR", "Configured source that it came through.", not_null=True),
        Column("locator", "VARCHAR", "Where in that origin; a label.", not_null=True),
        Column("notes", "VARCHAR", "What was given but not understood, a line each; null where all was."),
        Column("first_seen_at", "TIMESTAMP", "When this version was first read (UTC).", not_null=True),
        Column("sequence", "BIGINT", "Order of reading over the whole store.", not_null=True),
        Column("is_current", "BOOLEAN", "True for the version that stands.", not_null=True),
        Column("is_withdrawn", "BOOLEAN", "True where its origin is switched off, or its address gone.", not_null=True),
        Column("withdrawn_reason", "VARCHAR", "Why it is withdrawn; null where it is not."),
        Column(
            "duplicate_of",
            "VARCHAR",
            "Of a current version: the article with the same text that speaks for it.",
        ),
    ),
)

REJECTS = Table(
    "main",
    "rejects",
    "One row per item that could not be read and place where it lay.",
    "",
    ("origin", "locator", "content_hash"),
    (
        Column("origin", "VARCHAR", "Configured source."),
        Column("locator", "VARCHAR", "Where in that origin."),
        Column("content_hash", "VARCHAR", "Hash of the bytes at fault."),
        Column("reason", "VARCHAR", "Short class of what was wrong.", not_null=True),
        Column("detail", "VARCHAR", "One line that says what was wrong.", not_null=True),
        Column("fields", "VARCHAR", "What could be read of it, JSON.", not_null=True),
        Column("first_seen_at", "TIMESTAMP", "When it was first met (UTC).", not_null=True),
        Column("last_seen_at", "TIMESTAMP", "When it was last met (UTC); null in a store of an earlier release."),
    ),
)

READ_ITEMS = Table(
    "main",
    "read_items",
    "One row per item of a source that has been read.",
    "Tells a later run that an item is the same as before.",
    ("origin", "locator"),
    (
        Column("origin", "VARCHAR", "Configured source."),
        Column("locator", "VARCHAR", "Where in that origin."),
        Column("content_hash", "VARCHAR", "Hash of its bytes when it was read.", not_null=True),
        Column("read_at", "TIMESTAMP", "When (UTC).", not_null=True),
    ),
)

EXTRACTIONS = Table(
    "main",
    "extractions",
    "One row per article version from which claims have been extracted.",
    "A version without a row under the current rules still waits.",
    ("article_id", "content_hash"),
    (
        Column("article_id", "VARCHAR", "The article.", references="main.article_versions.article_id"),
        Column("content_hash", "VARCHAR", "The version."),
        Column("rules_version", "VARCHAR", "Version of all rules then.", not_null=True),
        Column("claim_count", "INTEGER", "Claims found.", not_null=True),
        Column("extracted_at", "TIMESTAMP", "When (UTC).", not_null=True),
    ),
)

CLAIMS = Table(
    "main",
    "claims",
    "One row per claim: one fact as one article version tells it.",
    "",
    ("claim_id", "content_hash"),
    (
        Column("claim_id", "VARCHAR", "clm_ and a hash of article, kind and anchor."),
        Column("article_id", "VARCHAR", "The article.", not_null=True),
        Column("content_hash", "VARCHAR", "The version."),
        Column(
            "kind",
            "VARCHAR",
            "Kind of fact.",
            not_null=True,
            values=("agreement", "launch", "cooperation", "total"),
        ),
        Column(
            "anchor_part",
            "VARCHAR",
            "Where the words that triggered it stand.",
            not_null=True,
            values=("title", "text"),
        ),
        Column("anchor_start", "INTEGER", "Their offset.", not_null=True),
        Column("rule", "VARCHAR", "Extraction rule.", not_null=True),
        Column("rules_version", "VARCHAR", "Version of all rules then.", not_null=True),
        Column("confidence", "DOUBLE", "Probability that the claim is right.", not_null=True),
        Column("cells", "VARCHAR", "All cells, JSON.", not_null=True),
        Column("claim_key", "UBIGINT", "Its number, under which its quotes are kept; null before it has one."),
    ),
)

CLAIM_CELLS = Table(
    "main",
    "claim_cells",
    "One row per claim, cell and span that states it.",
    "",
    ("claim_id", "content_hash", "column_name", "element", "text_part", "char_start", "char_end"),
    (
        Column("claim_id", "VARCHAR", "The claim."),
        Column("content_hash", "VARCHAR", "The article version."),
        Column("column_name", "VARCHAR", "Field of the claim."),
        Column("element", "VARCHAR", "Which member of a list; empty for a single value."),
        Column("claimed_value", "VARCHAR", "The value that the words support."),
        Column("text_part", "VARCHAR", "Title or text.", values=("title", "text")),
        Column("char_start", "INTEGER", "First character, from 0."),
        Column("char_end", "INTEGER", "Character after the last."),
        Column("quote", "VARCHAR", "The words.", not_null=True),
        Column("sentence", "VARCHAR", "The sentence that they stand in.", not_null=True),
        Column("is_inferred", "BOOLEAN", "The words imply the value.", not_null=True),
    ),
)

BLOCK = Column("block", "BIGINT", "The claims that it was resolved with; see resolved_claims.")

RESOLVED_FACTS = Table(
    "main",
    "resolved_facts",
    "One row per fact.",
    "",
    ("fact_id",),
    (
        Column("fact_id", "VARCHAR", "Prefix of its kind and hash of its smallest anchor."),
        Column(
            "kind",
            "VARCHAR",
            "Kind of fact.",
            not_null=True,
            values=("agreement", "launch", "cooperation", "total"),
        ),
        Column("confidence", "DOUBLE", "Probability that the fact is right.", not_null=True),
    ),
)

FACT_MEMBERS = Table(
    "main",
    "fact_members",
    "One row per fact and claim that tells of it.",
    "",
    ("fact_id", "claim_id"),
    (
        Column("fact_id", "VARCHAR", "The fact.", references="main.resolved_facts.fact_id"),
        Column("claim_id", "VARCHAR", "The claim.", references="main.claims.claim_id"),
        BLOCK,
        Column("is_first_plan", "BOOLEAN", "It tells the first day that a launch was planned for."),
    ),
)

FACT_CELLS = Table(
    "main",
    "fact_cells",
    "One row per fact, column and element that the fact holds.",
    "",
    ("fact_id", "column_name", "element"),
    (
        Column("fact_id", "VARCHAR", "The fact.", references="main.resolved_facts.fact_id"),
        Column("column_name", "VARCHAR", "Column."),
        Column("element", "VARCHAR", "Which member of a list; empty for a single value."),
        Column("value", "VARCHAR", "The value; of a list the member itself.", not_null=True),
        Column("claim_id", "VARCHAR", "The claim whose value was chosen; null where derived."),
        BLOCK,
    ),
)

UNCHOSEN_VALUES = Table(
    "main",
    "unchosen_values",
    "One row per claim, field and element whose value does not stand in the claim's fact.",
    "Most values do.",
    ("claim_id", "column_name", "element"),
    (
        Column("claim_id", "VARCHAR", "The claim."),
        Column("column_name", "VARCHAR", "Field of the claim."),
        Column("element", "VARCHAR", "Which member of a list; empty for a single value."),
        BLOCK,
    ),
)

SOURCE_NAMES = Table(
    "main",
    "source_names",
    "One row per name of an outlet that an article bears, apart for the bundled sample.",
    "",
    ("name", "is_sample"),
    (
        Column("name", "VARCHAR", "Name as given."),
        Column("is_sample", "BOOLEAN", "Borne by an article of the sample."),
        Column("source_id", "VARCHAR", "The outlet.", not_null=True),
        Column("source_tier", "INTEGER", "1 (primary) to 4 (unknown).", not_null=True),
        Column("is_provisional", "BOOLEAN", "True where no lexicon knows the outlet.", not_null=True),
    ),
)

ARTICLE_SOURCES = Table(
    "main",
    "article_sources",
    "One row per article: where its current version comes from.",
    "",
    ("article_id",),
    (
        Column("article_id", "VARCHAR", "The article."),
        Column("content_hash", "VARCHAR", "Its current version.", not_null=True),
        Column("published", "VARCHAR", "Its publication date as given; null where that is in doubt."),
        Column("source_id", "VARCHAR", "The outlet; null where none was given."),
        Column("credited_source_id", "VARCHAR", "The wire that it credits."),
        Column(
            "origin_group",
            "VARCHAR",
            "The independent source: the credited wire, else the outlet, else 'unknown' for all without one; of copies "
            "of one story, that of the story.",
            not_null=True,
        ),
        Column("source_tier", "INTEGER", "Tier of the outlet.", not_null=True),
        Column("is_sample", "BOOLEAN", "Of the bundled sample.", not_null=True),
        Column(
            "is_speaking",
            "BOOLEAN",
            "Its claims count: neither withdrawn nor a duplicate, and in English.",
            not_null=True,
        ),
        Column("language", "VARCHAR", "Language of its text: as detected, else as given (ISO 639)."),
        Column("copy_of", "VARCHAR", "The article that nearly the same text is ascribed to; null for that one itself."),
        Column("copy_reason", "VARCHAR", "Why it is taken for a copy.", values=("near copy", "credited wire")),
    ),
)

PROVISIONAL_MEMBERS = Table(
    "main",
    "provisional_members",
    "One row per dimension and name that no lexicon holds yet.",
    "",
    ("dimension", "id"),
    (
        Column("dimension", "VARCHAR", "Dimension that it would belong to."),
        Column("id", "VARCHAR", "Provisional id: prov_ and a slug of the name."),
        Column("name", "VARCHAR", "The name as first met.", not_null=True),
        Column("party_code", "VARCHAR", "Its party, where an article tells."),
    ),
)

REFRESH_LOG = Table(
    "main",
    "refresh_log",
    "One row per refresh that published.",
    "",
    ("number",),
    (
        Column("number", "BIGINT", "Number of the version."),
        Column("refreshed_at", "TIMESTAMP", "The time of the refresh (UTC).", not_null=True),
        Column("entry", "VARCHAR", "Counts, seconds and versions of the run, JSON.", not_null=True),
    ),
)

STORE_TABLES = (
    ARTICLE_VERSIONS,
    REJECTS,
    READ_ITEMS,
    EXTRACTIONS,
    CLAIMS,
    CLAIM_CELLS,
    RESOLVED_FACTS,
    FACT_MEMBERS,
    FACT_CELLS,
    UNCHOSEN_VALUES,
    SOURCE_NAMES,
    ARTICLE_SOURCES,
    PROVISIONAL_MEMBERS,
    REFRESH_LOG,
    *RESOLUTION_TABLES,
)
