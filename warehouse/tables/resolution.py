"""What resolution remembers from one refresh to the next. Not published.

Belongs here: declarations of the store's tables behind incremental resolution. Does not belong here: the facts
themselves (`warehouse.tables.store`), or how these are filled (`warehouse.resolved`, `warehouse.archive`).
"""

from warehouse.schema import Column, Table

#: Why a fact says something else than before, the most telling first.
CAUSES = ("override", "withdrawal", "article", "rules")
REASONS = ("merge", "split", "earlier_anchor", "anchor_withdrawn", "anchor_moved", "override")

RESOLUTION_BASIS = Table(
    "main",
    "resolution_basis",
    "One row: the rules that made the facts.",
    "Under other rules all facts are made anew.",
    ("basis",),
    (
        Column("basis", "VARCHAR", "Versions of rules and lexicons."),
        Column("resolved_whole_at", "TIMESTAMP", "When all facts were last made anew (UTC).", not_null=True),
        Column(
            "settled_until", "TIMESTAMP", "No article that resolution has looked at was first read after this (UTC)."
        ),
    ),
)

ARTICLE_MARKS = Table(
    "main",
    "article_marks",
    "One row per article: what resolution knew of it last.",
    "An article whose digest is another has its claims compared one by one.",
    ("article_id",),
    (
        Column("article_id", "VARCHAR", "The article."),
        Column("content_hash", "VARCHAR", "The version that stood.", not_null=True),
        Column("is_speaking", "BOOLEAN", "Its claims counted.", not_null=True),
        Column("digest", "UBIGINT", "Hash of its version and source; 0 where it was extracted anew.", not_null=True),
    ),
)

UNSETTLED_ARTICLES = Table(
    "main",
    "unsettled_articles",
    "One row per article of which a version, a label or the claims may be others than resolution knew.",
    "Between two full resolutions these alone are looked at; emptied when the facts are up to date.",
    ("article_id",),
    (
        Column("article_id", "VARCHAR", "The article."),
        Column("sequence", "BIGINT", "Of its version, where it is known to have one alone: it is found by this."),
    ),
)

RESOLVED_CLAIMS = Table(
    "main",
    "resolved_claims",
    "One row per claim behind the facts.",
    "A block is the claims that a chain of possible matches joins: they are resolved together, and without any other.",
    ("claim_id",),
    (
        Column("claim_id", "VARCHAR", "The claim."),
        Column("article_id", "VARCHAR", "Its article.", not_null=True),
        Column("kind", "VARCHAR", "Kind of fact.", not_null=True),
        Column("block", "BIGINT", "Its block.", not_null=True),
        Column("digest", "UBIGINT", "Hash of what it says and who says it.", not_null=True),
        Column("published", "VARCHAR", "When it was told, as resolution read it."),
        Column("source_tier", "INTEGER", "Tier of the outlet, as resolution read it."),
        Column("origin_group", "VARCHAR", "The independent source, as resolution read it."),
        Column("place", "BIGINT", "Where it stood in the table of claims, and is looked for first."),
    ),
)

BLOCK_KEYS = Table(
    "main",
    "block_keys",
    "One row per block, key and way in which the block bears it.",
    "By these a new claim finds the blocks that it may belong to.",
    ("block", "role", "key"),
    (
        Column("block", "BIGINT", "The block."),
        Column("role", "UTINYINT", "0: shared with others, 1: asked of others, 2: offered to those that ask."),
        Column("key", "UBIGINT", "Hash of the kind and the key."),
        Column("tellings", "INTEGER", "Different tellings in the block that bear it.", not_null=True),
        Column("traits", "UBIGINT", "Bits, of which those tellings and what this key joins to them share one."),
    ),
)

PROVISIONAL_NAMES = Table(
    "main",
    "provisional_names",
    "One row per block and name in it that no lexicon holds.",
    "",
    ("block", "dimension", "id", "name", "party_code"),
    (
        Column("block", "BIGINT", "The block."),
        Column("dimension", "VARCHAR", "Dimension that it would belong to."),
        Column("id", "VARCHAR", "Provisional id."),
        Column("name", "VARCHAR", "The name."),
        Column("party_code", "VARCHAR", "Its party, where the claim tells."),
    ),
    nullable_key=("party_code",),
)

REVIEWS = Table(
    "main",
    "reviews",
    "One row per doubt that resolution leaves.",
    "",
    ("doubt", "fact_ids", "claim_id", "column_name"),
    (
        Column("doubt", "VARCHAR", "Kind of doubt.", values=("near_merge", "undated", "conflict")),
        Column("fact_ids", "VARCHAR[]", "The facts concerned, sorted."),
        Column("claim_id", "VARCHAR", "The claim in doubt, or empty."),
        Column("column_name", "VARCHAR", "Of a conflict the column, else empty."),
        Column("score", "DOUBLE", "0 to 1; the higher the likelier that a look changes something.", not_null=True),
    ),
)

CHANGED_FACTS = Table(
    "main",
    "changed_facts",
    "One row per fact made or unmade since the last version was published.",
    "History compares these alone, unless the rules are other ones.",
    ("fact_id",),
    (
        Column("fact_id", "VARCHAR", "The fact."),
        Column("cause", "VARCHAR", "Why.", not_null=True, values=CAUSES),
    ),
)

CHANGED_EVIDENCE = Table(
    "main",
    "changed_evidence",
    "One row per fact whose quotes may be others than in the last published version.",
    "A version that is made from that one writes these anew and takes over the rest.",
    ("fact_id",),
    (Column("fact_id", "VARCHAR", "The fact."),),
)

CHANGED_ARTICLES = Table(
    "main",
    "changed_articles",
    "One row per article of which a version, a label or the source may be others than in the last published version.",
    "",
    ("article_id",),
    (Column("article_id", "VARCHAR", "The article."),),
)

EVIDENCE_BASIS = Table(
    "main",
    "evidence_basis",
    "One row: the published version since which changed_evidence and changed_articles were noted.",
    "",
    ("number",),
    (
        Column("number", "INTEGER", "The published version."),
        Column("basis", "VARCHAR", "Versions of rules and tables that made it."),
        Column("resolved_whole_at", "TIMESTAMP", "When all its facts were last made anew (UTC)."),
    ),
)

REDIRECT_STEPS = Table(
    "main",
    "redirect_steps",
    "One row per id that gave way to another and time at which it did.",
    "",
    ("old_id", "redirected_at"),
    (
        Column("old_id", "VARCHAR", "The id that was."),
        Column("new_id", "VARCHAR", "The fact that holds its anchor, or most of its claims.", not_null=True),
        Column("reason", "VARCHAR", "Why.", not_null=True, values=REASONS),
        Column("redirected_at", "TIMESTAMP", "When (UTC)."),
    ),
)

RESOLUTION_TABLES = (
    RESOLUTION_BASIS,
    ARTICLE_MARKS,
    UNSETTLED_ARTICLES,
    RESOLVED_CLAIMS,
    BLOCK_KEYS,
    PROVISIONAL_NAMES,
    REVIEWS,
    CHANGED_FACTS,
    CHANGED_EVIDENCE,
    CHANGED_ARTICLES,
    EVIDENCE_BASIS,
    REDIRECT_STEPS,
)
