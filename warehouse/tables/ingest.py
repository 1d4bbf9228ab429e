"""Reading from many sources: how each does, what it remembers of its pages, and which texts tell one story.

Belongs here: declarations of the tables in `state/store.duckdb` that only the reading of sources needs. Does not belong
here: articles and what follows from them (`store`), or how these tables are filled (`warehouse.sources_state`,
`warehouse.raw_pages`, `warehouse.copies`).
"""

from warehouse.schema import Column, Table

SOURCE_STATES = Table(
    "main",
    "source_states",
    "One row per configured source, sample and inbox included: how it does, and what its last run brought.",
    "A source that is no longer configured keeps its row, so that it goes on where it was when it returns.",
    ("source_name",),
    (
        Column("source_name", "VARCHAR", "Name in sources.toml."),
        Column("kind", "VARCHAR", "Kind of source.", not_null=True),
        Column("is_enabled", "BOOLEAN", "Read at present.", not_null=True),
        Column("settings_hash", "VARCHAR", "Hash of its settings; others make it due at once.", not_null=True),
        Column("every_seconds", "BIGINT", "How often it is asked; null for at each refresh."),
        Column("asked_at", "TIMESTAMP", "When it last ran (UTC)."),
        Column("succeeded_at", "TIMESTAMP", "When it was last read to its end, with no page put off (UTC)."),
        Column("failure_count", "INTEGER", "Runs in a row that ended in a fault.", not_null=True),
        Column("next_try_at", "TIMESTAMP", "Not asked before (UTC); null for at once."),
        Column("fault", "VARCHAR", "The last fault in one line, while it lasts."),
        Column("cursor", "VARCHAR", "Where it goes on, in words of its own.", not_null=True),
        Column("seen_count", "BIGINT", "Entries, pages or rows that the last run met.", not_null=True),
        Column("new_count", "BIGINT", "Articles that the last run brought.", not_null=True),
        Column("changed_count", "BIGINT", "Articles whose text had changed.", not_null=True),
        Column("unchanged_count", "BIGINT", "What was as before.", not_null=True),
        Column("rejected_count", "BIGINT", "Items that could not be read.", not_null=True),
        Column("withdrawn_count", "BIGINT", "Articles that their own address says are gone.", not_null=True),
        Column("request_count", "BIGINT", "Requests that the last run sent.", not_null=True),
        Column("received_bytes", "BIGINT", "Bytes that it received, packed.", not_null=True),
        Column("run_seconds", "DOUBLE", "Seconds that it worked, or was answered.", not_null=True),
        Column("waited_seconds", "DOUBLE", "Seconds that it waited for its turn at hosts."),
        Column("waiting_count", "BIGINT", "Pages or records whose turn did not come in the last run."),
        Column("deferred_count", "BIGINT", "Pages that the last run put off."),
        Column("deferred_because", "VARCHAR", "Why, in one line; null where none was."),
    ),
)

SOURCE_PAGES = Table(
    "main",
    "source_pages",
    "One row per source and address or file that it knows.",
    "What lets a later refresh ask for news alone; see `sources.state.PageState`.",
    ("origin", "key"),
    (
        Column("origin", "VARCHAR", "Configured source."),
        Column("key", "VARCHAR", "Kind and canonical address or path."),
        Column("url", "VARCHAR", "The address to ask, or the path.", not_null=True),
        Column("kind", "VARCHAR", "Listing, page or file.", not_null=True, values=("listing", "page", "file")),
        Column("status", "VARCHAR", "Waiting, read, rejected, missing (404 once) or gone.", not_null=True),
        Column("first_seen_at", "TIMESTAMP", "When it was first met (UTC).", not_null=True),
        Column("stamp", "VARCHAR", "What its listing says of it, folded.", not_null=True),
        Column("hints", "VARCHAR", "What its listing told, JSON; empty for nothing.", not_null=True),
        Column("final_url", "VARCHAR", "Where it was read, after redirects.", not_null=True),
        Column("etag", "VARCHAR", "Validator that the server gave."),
        Column("last_modified", "VARCHAR", "Validator that the server gave."),
        Column("content_hash", "VARCHAR", "SHA-256 of the bytes read last.", not_null=True),
        Column("article_id", "VARCHAR", "The article that was read from it."),
        Column("article_hash", "VARCHAR", "Content hash of that article."),
        Column("article_url", "VARCHAR", "That article's own address."),
        Column("asked_at", "TIMESTAMP", "When it was last asked for (UTC)."),
        Column("ask_after", "TIMESTAMP", "When to ask again (UTC)."),
        Column("missing_since", "TIMESTAMP", "When it first answered 404, if it still does (UTC)."),
        Column("failures", "INTEGER", "Passing faults in a row.", not_null=True),
    ),
)

READ_POSITIONS = Table(
    "main",
    "read_positions",
    "One row per file whose reading was begun and not finished.",
    "The next refresh goes on there.",
    ("origin", "locator"),
    (
        Column("origin", "VARCHAR", "Configured source."),
        Column("locator", "VARCHAR", "Where in that origin."),
        Column("content_hash", "VARCHAR", "Hash of the file's bytes.", not_null=True),
        Column("item_count", "BIGINT", "Items of it that are stored.", not_null=True),
    ),
)

WITHDRAWALS = Table(
    "main",
    "withdrawals",
    "One row per article that its own address says is gone.",
    "The row goes when the address gives the article again.",
    ("article_id",),
    (
        Column("article_id", "VARCHAR", "The article."),
        Column("reason", "VARCHAR", "What the address answered.", not_null=True),
        Column("withdrawn_at", "TIMESTAMP", "When that was found (UTC).", not_null=True),
    ),
)

ARTICLE_CARRIERS = Table(
    "main",
    "article_carriers",
    "One row per article and source that brought it, where more than one did.",
    "The article is kept under one of them: article_versions.origin.",
    ("article_id", "origin"),
    (
        Column("article_id", "VARCHAR", "The article."),
        Column("origin", "VARCHAR", "Configured source."),
    ),
)

RAW_PAGES = Table(
    "main",
    "raw_pages",
    "One row per page that is kept as it came, packed, in the folder beside the store.",
    "The file holds all that reading the page again needs.",
    ("raw_id",),
    (
        Column("raw_id", "VARCHAR", "Hash of source, address and content: the file's name."),
        Column("origin", "VARCHAR", "Configured source.", not_null=True),
        Column("url", "VARCHAR", "The address that was asked.", not_null=True),
        Column("fetched_at", "TIMESTAMP", "When (UTC).", not_null=True),
        Column("packed_bytes", "BIGINT", "Size of the file.", not_null=True),
        Column("is_waiting", "BOOLEAN", "True where it was found again after the store was lost, and not read yet."),
    ),
)

COMPARED_TEXTS = Table(
    "main",
    "compared_texts",
    "One row per text that has been compared with all others.",
    "",
    ("text_hash",),
    (
        Column("text_hash", "VARCHAR", "Hash of the text."),
        Column("method", "VARCHAR", "How it was compared; another method compares all texts anew.", not_null=True),
        Column("shingle_count", "INTEGER", "How many different five-word sequences it has."),
        Column("slots", "BLOB", "Its sketch: texts alike have many of its 126 numbers in common."),
    ),
)

TEXT_BUCKETS = Table(
    "main",
    "text_buckets",
    "One row per text and bucket of its sketch.",
    "Texts that are nearly the same share a bucket.",
    ("bucket", "text_hash"),
    (
        Column("bucket", "BIGINT", "Number of the bucket."),
        Column("text_hash", "VARCHAR", "The text."),
    ),
)

NEAR_COPIES = Table(
    "main",
    "near_copies",
    "One row per pair of texts that tell one story.",
    "A function of the two texts alone.",
    ("first_hash", "second_hash"),
    (
        Column("first_hash", "VARCHAR", "The text whose hash is smaller."),
        Column("second_hash", "VARCHAR", "The other one."),
        Column("shared", "DOUBLE", "Part of the shorter text that the other has too, 0.7 to 1.", not_null=True),
    ),
)

STORY_TEXTS = Table(
    "main",
    "story_texts",
    "One row per text that stands at present and nearly repeats another such text.",
    "Made anew from near_copies when articles changed.",
    ("text_hash",),
    (
        Column("text_hash", "VARCHAR", "The text."),
        Column("story_id", "VARCHAR", "The smallest hash of its story.", not_null=True),
    ),
)

INGEST_TABLES = (
    SOURCE_STATES,
    SOURCE_PAGES,
    READ_POSITIONS,
    WITHDRAWALS,
    ARTICLE_CARRIERS,
    RAW_PAGES,
    COMPARED_TEXTS,
    TEXT_BUCKETS,
    NEAR_COPIES,
    STORY_TEXTS,
)
