"""What the metrics count by default, in words, and the columns that several of them share.

Belongs here: such words and columns. Does not belong here: any table.
"""

from warehouse.schema import Column

SIGNED = "Documents that count in totals: signed, even if ended since; accessions apart"
LEFT_OUT = "Signed documents that do not count in totals"
ACCEDED = "Signed accessions, once for an instrument and joiner"
FLOWN = "Launches that flew, whatever their outcome"
PLANNED = "Planned, not signed and not given up"
TOLD = "Undertakings stated as facts"
EXPORTED = "Satellites sold or contracted, each once whichever facts tell of it"

A_DOCUMENT_HAS_PARTIES = "a document is in a row for each of its parties"
AN_EVENT_HAS_SIDES = "an event is in a row for each of those that take part"
PARTNERS_RECUR = "the same partner recurs"


def year_column(meaning: str) -> Column:
    """The year of an event; null where no article tells it."""
    return Column("year", "INTEGER", f"{meaning}; null where it is not known: never filled in, never dropped.")


def party_column(name: str, meaning: str) -> Column:
    """A party's literal code."""
    return Column(name, "VARCHAR", meaning, references="core.dim_parties.party_code")
