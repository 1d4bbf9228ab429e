"""What people corrected: the entries of the override files, and how the facts differ because of them.

Belongs here: declarations of the curation tables of the writer's store and of `core.overrides`. Does not belong here:
how they are filled (`warehouse.curation`, `warehouse/sql/core/overrides.sql`), or the review queue (`review`).
"""

from warehouse.schema import Column, Table
from warehouse.tables.store import BLOCK, FACT_CELLS, FACT_MEMBERS, RESOLVED_FACTS, UNCHOSEN_VALUES

KINDS = ("agreement", "launch", "cooperation", "total")
ACTIONS = ("set", "clear", "merge", "apart", "split", "reject", "add", "confirm", "withdraw")
STATUSES = ("applied", "superseded", "stale", "invalid")


def _told(table: Table) -> tuple[Column, ...]:
    """What a table of resolution says of facts, beside the work of resolution itself."""
    return tuple(column for column in table.columns if column is not BLOCK)


_WRITTEN = (
    Column("file_name", "VARCHAR", "The file in overrides/ that holds it."),
    Column("entry_number", "INTEGER", "Its place in the file, from 1; 0 for a fault of the file itself."),
    Column("override_id", "VARCHAR", "ovr_ and a hash of what it says; null where it could not be read."),
    Column("action", "VARCHAR", "What it asks for; null where it could not be read.", values=ACTIONS),
    Column("fact_type", "VARCHAR", "Kind of fact.", values=KINDS),
    Column("named_id", "VARCHAR", "The fact that it names, by the id of that day."),
    Column("anchor_id", "VARCHAR", "The claim that it names beside it, by which the fact is found again."),
    Column("fact_id", "VARCHAR", "The fact that it bears on now; null where none is found."),
    Column(
        "other_id",
        "VARCHAR",
        "The other fact of merge and apart, what a confirm is about, the article withdrawn, as named.",
    ),
    Column("column_name", "VARCHAR", "Published column that it sets, empties or confirms."),
    Column("value", "VARCHAR", "What it sets, or the cells that it adds, JSON; what confirm found."),
    Column("doubt", "VARCHAR", "The doubt that a confirm answers."),
    Column("author", "VARCHAR", "Who made it."),
    Column("made_date", "DATE", "Day on which it was made."),
    Column("reason", "VARCHAR", "Why, in the author's words."),
    Column("source", "VARCHAR", "What it rests on, where told."),
    Column(
        "status",
        "VARCHAR",
        "applied; superseded by a newer one; stale: fact and anchor are gone or lie in two facts, or a cell says other "
        "than was confirmed; invalid.",
        not_null=True,
        values=STATUSES,
    ),
    Column("problem", "VARCHAR", "What is wrong with it, in one line; null where nothing is."),
)

CORE_OVERRIDES = Table(
    "core",
    "overrides",
    "One row per entry of the override files.",
    "What people corrected, why, and whether it holds. Applied last, at every refresh; a cell that one set shows in "
    "fact_evidence under rule override.",
    ("file_name", "entry_number", "place"),
    (*_WRITTEN[:2], Column("place", "INTEGER", "Tells several faults of one file apart; else 0."), *_WRITTEN[2:]),
)

OVERRIDE_FILES = Table(
    "main",
    "override_files",
    "One row per override file that the last refresh read.",
    "",
    ("file_name",),
    (
        Column("file_name", "VARCHAR", "Name in overrides/."),
        Column("content_hash", "VARCHAR", "Hash of its bytes.", not_null=True),
    ),
)

OVERRIDES = Table(
    "main", "overrides", CORE_OVERRIDES.grain, "As core.overrides.", CORE_OVERRIDES.key, CORE_OVERRIDES.columns
)

CURATED_FACTS = Table(
    "main",
    "curated_facts",
    "One row per fact id that corrections make differ from the outcome of resolution.",
    "",
    ("fact_id",),
    (
        *RESOLVED_FACTS.columns,
        Column("is_standing", "BOOLEAN", "False where the id stands no more: merged, parted, rejected.", not_null=True),
    ),
)

CURATED_MEMBERS = Table(
    "main", "curated_members", "One row per curated fact and claim that tells of it.", "", FACT_MEMBERS.key,
    _told(FACT_MEMBERS),
)  # fmt: skip

CURATED_CELLS = Table(
    "main", "curated_cells", "One row per curated fact, column and element that it holds.", "", FACT_CELLS.key,
    _told(FACT_CELLS),
)  # fmt: skip

CURATED_UNCHOSEN = Table(
    "main", "curated_unchosen",
    "One row per claim of a curated fact, field and element whose value does not stand in it.", "",
    UNCHOSEN_VALUES.key, _told(UNCHOSEN_VALUES),
)  # fmt: skip

CORRECTIONS = Table(
    "main",
    "corrections",
    "One row per fact, published column and element that a person wrote or emptied.",
    "",
    ("fact_id", "column_name", "element"),
    (
        Column("fact_id", "VARCHAR", "The fact."),
        Column("column_name", "VARCHAR", "Published column."),
        Column("element", "VARCHAR", "Which member of a list; empty for a single value."),
        Column("value", "VARCHAR", "What was written; null where the cell was emptied."),
        Column("override_id", "VARCHAR", "The correction.", not_null=True),
    ),
)

CURATED_REDIRECTS = Table(
    "main",
    "curated_redirects",
    "One row per fact id that corrections merged away.",
    "",
    ("old_id",),
    (
        Column("old_id", "VARCHAR", "The id of resolution's outcome."),
        Column("new_id", "VARCHAR", "The fact that holds its claims.", not_null=True),
        Column("override_id", "VARCHAR", "The correction.", not_null=True),
    ),
)

CURATED_TOUCHED = Table(
    "main",
    "curated_touched",
    "One row per fact id that corrections made another since the last published version.",
    "",
    ("fact_id",),
    (Column("fact_id", "VARCHAR", "The fact."),),
)

CURATED_BASIS = Table(
    "main",
    "curated_basis",
    "One row per fact id and correction that bears on it.",
    "Compared from one refresh to the next, to tell which facts a correction made another.",
    ("fact_id", "override_id"),
    (Column("fact_id", "VARCHAR", "The fact."), Column("override_id", "VARCHAR", "The correction.")),
)

SETTLED_DOUBTS = Table(
    "main",
    "settled_doubts",
    "One row per doubt that a correction answers.",
    "",
    ("doubt", "fact_id", "column_name", "other_id"),
    (
        Column("doubt", "VARCHAR", "Kind of doubt."),
        Column("fact_id", "VARCHAR", "The fact, provisional member or override in doubt."),
        Column("column_name", "VARCHAR", "Published column; empty for any."),
        Column("other_id", "VARCHAR", "The other fact; empty for any."),
    ),
)

CURATION_TABLES = (
    OVERRIDE_FILES,
    OVERRIDES,
    CURATED_FACTS,
    CURATED_MEMBERS,
    CURATED_CELLS,
    CURATED_UNCHOSEN,
    CORRECTIONS,
    CURATED_REDIRECTS,
    CURATED_TOUCHED,
    CURATED_BASIS,
    SETTLED_DOUBTS,
)
