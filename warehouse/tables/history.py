"""What this warehouse held, and when; and where the ids lead that it holds no more.

Belongs here: the history tables, made from the declarations of the facts, and which of their columns say what a fact
says; the words behind what is gone. Does not belong here: how history is kept (`warehouse.history`).
"""

from dataclasses import dataclass, replace

from warehouse.schema import Column, Table
from warehouse.tables.facts import FACT_AGREEMENTS, FACT_COOPERATIONS, FACT_LAUNCHES
from warehouse.tables.reports import FACT_EVIDENCE, FACT_REPORTED_TOTALS
from warehouse.tables.resolution import CAUSES, REASONS

#: Columns that tell how well a fact is supported, not what it says: a change of these alone opens no row.
SUPPORT = frozenset(
    {
        "article_count",
        "source_count",
        "only_state_media",
        "is_sample_only",
        "confidence",
        "quality_score",
        "first_reported_date",
        "is_overdue",
        "article_id",
        "catalogue_id",
        "statement_id",
    }
)

#: Columns that follow from other facts too: they are compared for all facts, whatever was touched.
DERIVED = frozenset({"counts_in_totals", "exclusion_reason"})

KNOWN = (
    Column("known_from", "TIMESTAMP", "When the refresh that brought it was published (UTC)."),
    Column("known_to", "TIMESTAMP", "When it ceased to stand so, exclusive (UTC); null while it stands."),
    Column("cause", "VARCHAR", "Why it came to stand so.", not_null=True, values=CAUSES),
    Column("end_cause", "VARCHAR", "Why it ceased to; null while it stands.", values=CAUSES),
)


@dataclass(frozen=True, slots=True)
class Members:
    """Columns of a history that hold the rows of a bridge as lists.

    Attributes:
        bridge: the table that the lists are made from.
        lists: name of each list, the bridge's column, and its meaning; all in the order of the first column.
    """

    bridge: str
    lists: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class History:
    """A fact table with the lists that belong to it.

    Attributes:
        kind: of the facts.
        table: the history's own declaration.
    """

    kind: str
    fact: Table
    members: tuple[Members, ...]
    table: Table

    @property
    def id_column(self) -> str:
        """The column that names the fact."""
        return self.fact.key[0]

    @property
    def columns(self) -> frozenset[str]:
        """The names of the fact's own columns."""
        return frozenset(column.name for column in self.fact.columns)

    @property
    def said(self) -> tuple[str, ...]:
        """The columns by which two rows of a fact differ."""
        own = {column.name for column in KNOWN}
        names = (column.name for column in self.table.columns)
        return tuple(name for name in names if name not in SUPPORT | own | {self.id_column})

    @property
    def derived(self) -> tuple[str, ...]:
        """The columns among these that a change of another fact can change."""
        return tuple(name for name in self.said if name in DERIVED)


def _history(kind: str, fact: Table, *members: Members) -> History:
    columns = tuple(_remembered(column) for column in fact.columns)
    lists = tuple(Column(name, "VARCHAR[]", words) for one in members for name, _, words in one.lists)
    table = Table(
        "core",
        fact.name.replace("fact_reported_", "fact_").replace("fact_", "history_"),
        f"One row per {kind} and time during which this warehouse held it so.",
        "Append-only: a correction ends a row and begins another, and never changes what was held before. Columns that "
        "tell how well it is supported (counts of articles and sources, confidence, first report) are as they were "
        "when the row began; a change of these alone begins none.",
        (fact.key[0], "known_from"),
        (*columns, *lists, *KNOWN),
    )
    return History(kind, fact, members, table)


def _remembered(column: Column) -> Column:
    """As in the fact table; what it refers to may be gone by now, and other rules may have held when it was kept."""
    return replace(column, references=None, not_null=False, values=())


_PARTIES = (
    ("party_codes", "party_code", "The parties, sorted."),
    ("party_roles", "role", "The part of each party, in the same order."),
)

HISTORIES = (
    _history(
        "agreement",
        FACT_AGREEMENTS,
        Members("bridge_agreement_parties", _PARTIES),
        Members(
            "bridge_agreement_organizations",
            (("organization_ids", "organization_id", "Organisations named in it, sorted."),),
        ),
    ),
    _history(
        "launch",
        FACT_LAUNCHES,
        Members("bridge_launch_payloads", (("spacecraft_ids", "spacecraft_id", "The spacecraft aboard, sorted."),)),
        Members("bridge_launch_customers", (("customer_codes", "party_code", "Whose payloads it carries, sorted."),)),
    ),
    _history("cooperation", FACT_COOPERATIONS, Members("bridge_cooperation_parties", _PARTIES)),
    _history("total", FACT_REPORTED_TOTALS),
)

ID_REDIRECTS = Table(
    "core",
    "id_redirects",
    "One row per id of a fact that is held no more under it.",
    "Steps are followed to their end: new_id is a fact that stands.",
    ("old_id",),
    (
        Column("old_id", "VARCHAR", "The id that was."),
        Column("new_id", "VARCHAR", "The fact that took it over; null where that is gone too."),
        Column(
            "reason",
            "VARCHAR",
            "Why the old id was given up: two facts became one, one became two, an earlier article tells it, the "
            "article that named it was withdrawn or words moved in it, or an override.",
            not_null=True,
            values=REASONS,
        ),
        Column("redirected_at", "TIMESTAMP", "When (UTC).", not_null=True),
    ),
)

HISTORY_EVIDENCE = Table(
    "core",
    "history_evidence",
    "One row per quote for a value that a fact held once and that nobody tells of it any more.",
    "The quotes as they were published last: of facts that are gone, and of values that went with an article, a "
    "correction or other rules. Append-only. What is told still is in core.fact_evidence, under the id that stands.",
    (*FACT_EVIDENCE.key, "known_to"),
    (
        *(
            replace(column, references=None, not_null=False, values=())
            for column in FACT_EVIDENCE.columns
            if column.name != "is_chosen"
        ),
        Column("known_to", "TIMESTAMP", "When the value ceased to stand (UTC)."),
    ),
    nullable_key=FACT_EVIDENCE.nullable_key,
)

HISTORY_TABLES = (*(history.table for history in HISTORIES), HISTORY_EVIDENCE, ID_REDIRECTS)
