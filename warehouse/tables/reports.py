"""What articles report: figures that they claim, and the quotes behind every cell of every fact.

Belongs here: declarations of `fact_reported_totals` and `fact_evidence`. Does not belong here: the events themselves
(`facts`) or the SQL.
"""

from warehouse.schema import Column, Table
from warehouse.tables.facts import CONFIDENCE, FIRST_REPORTED, IS_SAMPLE_ONLY

FACT_REPORTED_TOTALS = Table(
    "core",
    "fact_reported_totals",
    "One row per figure as one article claims it.",
    "Figures repeat, overlap and disagree: never add them up. metrics.reported_vs_itemised sets them beside our count.",
    ("total_id",),
    (
        Column("total_id", "VARCHAR", "Stable id: tot_ and a hash of its claim."),
        Column(
            "metric",
            "VARCHAR",
            "What is counted.",
            not_null=True,
            values=(
                "agreements",
                "partner_countries",
                "partner_organizations",
                "launches",
                "satellites",
                "projects",
                "services",
            ),
        ),
        Column("value", "DOUBLE", "The figure.", not_null=True),
        Column(
            "bound",
            "VARCHAR",
            "Exact, at least, at most or about.",
            not_null=True,
            values=("=", ">=", "<=", "~"),
        ),
        Column("unit_as_worded", "VARCHAR", "What is counted, as worded."),
        Column(
            "party_code",
            "VARCHAR",
            "The party that the figure is about; null for bodies of many.",
            references="core.dim_parties.party_code",
        ),
        Column("subject", "VARCHAR", "The named thing that it counts for (Long March, Artemis Accords)."),
        Column(
            "scope",
            "VARCHAR",
            "Over what it counts; null where not told.",
            values=("cumulative", "window", "ordinal", "current", "planned"),
        ),
        Column(
            "as_of_date",
            "DATE",
            "Day that the figure stands for: the last of the time told that its article can know; else of publication.",
        ),
        Column("as_of_basis", "VARCHAR", "What that day rests on (stated, announced: the day of publication)."),
        Column("window_from", "DATE", "First day of the period counted."),
        Column("window_to", "DATE", "Last day of the period counted."),
        Column("statement_id", "VARCHAR", "The same for all figures of one sentence."),
        Column(
            "article_id",
            "VARCHAR",
            "The article that claims it.",
            not_null=True,
            references="core.dim_articles.article_id",
        ),
        FIRST_REPORTED,
        IS_SAMPLE_ONLY,
        CONFIDENCE,
    ),
)

FACT_EVIDENCE = Table(
    "core",
    "fact_evidence",
    "One row per cell of a fact and quote for it.",
    "All values that articles claim for the cell, the chosen one marked.",
    ("fact_id", "column_name", "element", "claim_id", "text_part", "char_start", "char_end"),
    (
        Column(
            "fact_type",
            "VARCHAR",
            "Kind of fact.",
            not_null=True,
            values=("agreement", "launch", "cooperation", "total"),
        ),
        Column("fact_id", "VARCHAR", "Id of the fact in the table of its kind."),
        Column(
            "column_name",
            "VARCHAR",
            "Published column that the words support; party_code, spacecraft_id and the like for members of a bridge, "
            "supplier for that role.",
        ),
        Column("element", "VARCHAR", "Which party, payload or other member of a list; null for a single value."),
        Column("claimed_value", "VARCHAR", "Value that the article claims; null where a person emptied the cell."),
        Column(
            "claim_id",
            "VARCHAR",
            "The claim: one fact as one article tells it; of a correction its override_id in core.overrides.",
        ),
        Column(
            "article_id",
            "VARCHAR",
            "The article; null of what a person corrected.",
            references="core.dim_articles.article_id",
        ),
        Column(
            "text_part",
            "VARCHAR",
            "Where the offsets count; override for the words of the person who corrected it.",
            values=("title", "text", "override"),
        ),
        Column("char_start", "INTEGER", "First character, from 0, in Unicode code points."),
        Column("char_end", "INTEGER", "Character after the last."),
        Column("quote", "VARCHAR", "The words.", not_null=True),
        Column("sentence", "VARCHAR", "The sentence that they stand in.", not_null=True),
        Column(
            "is_inferred",
            "BOOLEAN",
            "True where the words imply the value rather than state it.",
            not_null=True,
        ),
        Column(
            "rule",
            "VARCHAR",
            "Extraction rule that found the claim; override where a person wrote the cell.",
            not_null=True,
        ),
        Column("rules_version", "VARCHAR", "Version of all rules then.", not_null=True),
        Column("is_chosen", "BOOLEAN", "True where the fact holds the value of this claim.", not_null=True),
    ),
    nullable_key=("element",),
    is_view=True,
)

REPORTS = (FACT_REPORTED_TOTALS, FACT_EVIDENCE)
