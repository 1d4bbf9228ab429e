"""Columns of the views that hold the counting rules, where they are not columns of the facts below them.

Belongs here: what such a column means. Does not belong here: the rules (`warehouse/sql/metrics/counted_*.sql`), or
columns passed through, which keep the comment that their table declares.
"""

from warehouse.tables import FACTS
from warehouse.tables.bridges import BRIDGES
from warehouse.tables.craft import DIM_VEHICLES
from warehouse.tables.reports import FACT_REPORTED_TOTALS

DERIVED = {
    "was_signed": "True where it is signed, or has ended and its signing is told.",
    "is_accession": "True where a party joins a standing instrument.",
    "is_document": "True where it counts in totals and is no accession: what counts as a document.",
    "is_excluded": "True where it was signed and is left out of totals.",
    "planned_year": "Year of the planned signing; null where not told, or more than one is possible.",
    "ended_year": "Year of the end; null where not told, or more than one is possible.",
    "subject_name": "The subject as its dimension names it; as worded where none knows it.",
    "subject_key": "What the subject names, dimension and id; the folded words where no dimension knows it.",
    "thing": "What kind of thing the subject is: family, vehicle, instrument, site, programme, body, organization, "
    "spacecraft; null where no list knows it.",
    "thing_id": "Its id.",
    "is_foreign_unit": "Whether what is for others is counted: foreign, international, commercial.",
    "counts_apart": "Why the figure is no count of all of its kind, as far as the words beside it tell; else null.",
    "joined_id": "What was joined: the instrument, or the agreement itself where joiner or instrument is unknown.",
}


def meaning(column: str) -> str:
    """What a column of a counting view holds.

    Raises:
        KeyError: neither a fact nor this module declares it.
    """
    for table in (*FACTS, *BRIDGES, DIM_VEHICLES, FACT_REPORTED_TOTALS):
        for declared in table.columns:
            if declared.name == column:
                return declared.description
    return DERIVED[column]
