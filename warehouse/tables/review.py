"""The queue of what most deserves a person's look.

Belongs here: the declaration of `metrics.review_queue`. Does not belong here: its SQL, which holds the formula of the
score (`warehouse/sql/metrics/review_queue.sql`), or its settlement (`warehouse.curation`).
"""

from dataclasses import replace

from warehouse.schema import Column, Table
from warehouse.tables.curation import KINDS
from warehouse.tables.measure import REFRESHED_AT, detail

_OPEN = "Doubts that no correction answers"
DOUBTS = ("low_confidence", "conflict", "near_merge", "undated", "provisional_name", "stale_override")

REVIEW_QUEUE = Table(
    "metrics",
    "review_queue",
    "One row per doubt for a person to settle.",
    "Work it with `spacepact review`; what a correction in overrides/ answers leaves it at the next refresh. "
    "score = doubt_score x log2(1 + moves).",
    ("item_id",),
    (
        Column("item_id", "VARCHAR", "rev_ and a hash of what is in doubt."),
        detail("rank", "BIGINT", "Place in the queue, from 1: highest score first.", _OPEN),
        replace(
            detail(
                "doubt",
                "VARCHAR",
                "low_confidence: it may be no fact, or a wrong one. conflict: sources disagree on a cell. near_merge: "
                "two facts may be one. undated: a report without a date fits several. provisional_name: not in a list. "
                "stale_override: a correction no longer applies.",
                _OPEN,
            ),
            not_null=True,
            values=DOUBTS,
        ),
        replace(detail("fact_type", "VARCHAR", "Kind of fact.", _OPEN), values=KINDS),
        detail("fact_id", "VARCHAR", "The fact in doubt; null of a name or a stale override without one.", _OPEN),
        detail("other_ids", "VARCHAR", "The other facts concerned, with blanks between.", _OPEN),
        detail("column_name", "VARCHAR", "Published column on which sources disagree.", _OPEN),
        detail("subject_id", "VARCHAR", "The provisional member or the override in doubt.", _OPEN),
        detail("claim_id", "VARCHAR", "A claim of the fact, to name it by; of undated the one in doubt.", _OPEN),
        replace(detail("question", "VARCHAR", "What to look at, in one sentence.", _OPEN), not_null=True),
        detail(
            "doubt_score",
            "DOUBLE",
            "0 to 1: 1 - confidence; of a conflict the part of the sources that say otherwise; of a near merge how "
            "well the two match; 0.25 of a possible repeat; 0.5 of a name; 1 of a stale override.",
            _OPEN,
        ),
        detail(
            "moves",
            "BIGINT",
            "Rows of the metrics that the fact moves: an agreement that counts itself and a pair for every two "
            "parties, a launch itself and its customers, an undertaking its pairs; of a name the facts that bear it.",
            _OPEN,
        ),
        detail("score", "DOUBLE", "doubt_score x log2(1 + moves).", _OPEN),
        REFRESHED_AT,
    ),
)
