"""Resolution: from claims (what one article says) to facts (what happened), whatever the order in which claims come.

Belongs here: normalised names, which claims can concern one event, which do, and which value stands. Does not belong
here: extraction (`transforms.extract`), tables (`warehouse`). docs/resolution.md tells the rules with examples.
"""

from transforms.resolve.incremental import Archive, Redone, redo
from transforms.resolve.records import (
    CLAIM_FIELDS,
    FACT_COLUMNS,
    LIST_COLUMNS,
    PREFIXES,
    CellValue,
    Choice,
    Fact,
    KeyRow,
    Provisional,
    Resolution,
    Review,
    Role,
    SourcedClaim,
)
from transforms.resolve.resolver import no_cycle_search, resolve

__all__ = [
    "CLAIM_FIELDS",
    "FACT_COLUMNS",
    "LIST_COLUMNS",
    "PREFIXES",
    "Archive",
    "CellValue",
    "Choice",
    "Fact",
    "KeyRow",
    "Provisional",
    "Redone",
    "Resolution",
    "Review",
    "Role",
    "SourcedClaim",
    "no_cycle_search",
    "redo",
    "resolve",
]
