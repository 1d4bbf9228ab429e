"""The published claims and their words: what `core.fact_evidence` is put together from.

Belongs here: declarations of the claims that tell of a fact, their quotes, and which of their values do not stand. Does
not belong here: claims as they were extracted (`store`), the view itself (`reports`).

A quote does not depend on the facts: it is kept once, by the number of its claim, and no other version writes it anew.
"""

from warehouse.schema import Column, Table

_CLAIM_KEY = Column(
    "claim_key", "UBIGINT", "The claim, or correction of a fact, by its number.", references="core.claims.claim_key"
)

CORE_CLAIMS = Table(
    "core",
    "claims",
    "One row per claim that tells of a fact, and per correction of one.",
    "A claim is one fact as one article tells it.",
    ("claim_key",),
    (
        Column(
            "claim_key", "UBIGINT", "A number made of its id and version; of a correction of its id and the fact's."
        ),
        Column("claim_id", "VARCHAR", "Id of the claim; of a correction its override_id.", not_null=True),
        Column(
            "article_id",
            "VARCHAR",
            "The article; null of what a person corrected.",
            references="core.dim_articles.article_id",
        ),
        Column(
            "rule",
            "VARCHAR",
            "Extraction rule that found the claim; override where a person wrote it.",
            not_null=True,
        ),
        Column("rules_version", "VARCHAR", "Version of all rules then.", not_null=True),
    ),
)

CLAIM_QUOTES = Table(
    "core",
    "claim_quotes",
    "One row per claim, published column and words that support it.",
    "core.fact_evidence tells them by fact.",
    ("claim_key", "column_name", "element", "text_part", "char_start", "char_end"),
    (
        _CLAIM_KEY,
        Column("column_name", "VARCHAR", "Published column that the words support."),
        Column("element", "VARCHAR", "Which party, payload or other member of a list; empty for a single value."),
        Column("claimed_value", "VARCHAR", "Value that the article claims; null where a person emptied the cell."),
        Column("text_part", "VARCHAR", "Where the offsets count.", values=("title", "text", "override")),
        Column("char_start", "INTEGER", "First character, from 0, in Unicode code points."),
        Column("char_end", "INTEGER", "Character after the last."),
        Column("quote", "VARCHAR", "The words.", not_null=True),
        Column("sentence", "VARCHAR", "The sentence that they stand in.", not_null=True),
        Column("is_inferred", "BOOLEAN", "True where the words imply the value rather than state it.", not_null=True),
    ),
)

BRIDGE_FACT_CLAIMS = Table(
    "core",
    "bridge_fact_claims",
    "One row per fact and claim that tells of it.",
    "",
    ("fact_id", "claim_key"),
    (
        Column(
            "fact_type",
            "VARCHAR",
            "Kind of fact.",
            not_null=True,
            values=("agreement", "launch", "cooperation", "total"),
        ),
        Column("fact_id", "VARCHAR", "Id of the fact in the table of its kind."),
        _CLAIM_KEY,
        Column(
            "is_first_plan",
            "BOOLEAN",
            "It tells the first day that a launch was planned for.",
            not_null=True,
        ),
        Column(
            "unchosen",
            "VARCHAR[]",
            "Its cells whose values do not stand in the fact, as column:element, sorted; null where all do.",
        ),
    ),
)

#: Kept by claim beside the store, and published from there.
KEPT_BY_CLAIM = (CORE_CLAIMS, CLAIM_QUOTES)
CLAIM_TABLES = (*KEPT_BY_CLAIM, BRIDGE_FACT_CLAIMS)
