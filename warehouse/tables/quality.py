"""How good the record of a fact is.

Belongs here: the declaration of the table of quality scores and the columns that facts take from it. Does not belong
here: the formula (`warehouse/sql/core/fact_quality.sql`), or the confidence of extraction, which is another thing.
"""

from warehouse.schema import Column, Table

QUALITY_SCORE = Column(
    "quality_score",
    "DOUBLE",
    "Quality of record, 0 to 1: 0.35 x source_part + 0.15 x diversity_part + 0.25 x completeness_part + 0.25 x "
    "agreement_part of core.fact_quality. It ranks facts; it is no probability.",
    not_null=True,
)
COUNTS_IN_TOTALS = Column(
    "counts_in_totals",
    "BOOLEAN",
    "False where a total that counts it would count too much; exclusion_reason tells why.",
    not_null=True,
)
EXCLUSION_REASON = Column(
    "exclusion_reason",
    "VARCHAR",
    "planned: not signed yet. never_signed: told as planned, then as given up. ends_another: the report of an end, of "
    "an agreement that is listed and counted by itself. signing_not_told: ended, and nothing tells that it was ever "
    "signed. pledge: a letter of intent. "
    "umbrella: a framework whose implementing documents are counted. possible_repeat: undated, and may be another "
    "telling of an agreement of the same parties that is counted. Null where it counts.",
    values=("planned", "never_signed", "ends_another", "signing_not_told", "pledge", "umbrella", "possible_repeat"),
)

FACT_QUALITY = Table(
    "core",
    "fact_quality",
    "One row per agreement, launch or undertaking: the parts of its quality score, each 0 to 1.",
    "After the record scores of development-finance data: how many sources, how different, how complete, how agreed.",
    ("fact_type", "fact_id"),
    (
        Column("fact_type", "VARCHAR", "Kind of fact.", values=("agreement", "launch", "cooperation")),
        Column("fact_id", "VARCHAR", "The fact."),
        Column(
            "source_part",
            "DOUBLE",
            "1 - 0.5 ^ independent sources: 0.5 for one, 0.75 for two.",
            not_null=True,
        ),
        Column(
            "diversity_part",
            "DOUBLE",
            "0.5 where its sources sit in two countries or more, and 0.5 where one of them belongs to no state, party "
            "or military.",
            not_null=True,
        ),
        Column(
            "completeness_part",
            "DOUBLE",
            "Share of its main cells that are filled. Agreement: type, day or month, programme or instrument, signing "
            "organisation. Launch: day, vehicle, payload, site, customer. Undertaking: what it is about, begin, "
            "organisation.",
            not_null=True,
        ),
        Column(
            "agreement_part",
            "DOUBLE",
            "Share of the cells of type, date, supplier, site and vehicle told by two or more sources in which they "
            "agree; 1 where no cell is told twice. A less exact date agrees with the day it holds.",
            not_null=True,
        ),
        QUALITY_SCORE,
    ),
)
