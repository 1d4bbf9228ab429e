"""Resolution: from claims (what one article says) to facts (what happened), whatever the order in which claims come.

Belongs here: normalised names, which claims can concern one event, which do, and which value stands. Does not belong
here: extraction (`transforms.extract`), tables (`warehouse`). docs/resolution.md tells the rules with examples.
"""

from transforms.resolve.incremental import Index
from transforms.resolve.records import (
    CLAIM_FIELDS,
    FACT_COLUMNS,
    LIST_COLUMNS,
    PREFIXES,
    CellValue,
    Choice,
    Fact,
    Provisional,
    Resolution,
    Review,
    SourcedClaim,
)
from transforms.resolve.resolver import resolve

__all__ = [
    "CLAIM_FIELDS",
    "FACT_COLUMNS",
    "LIST_COLUMNS",
    "PREFIXES",
    "CellValue",
    "Choice",
    "Fact",
    "Index",
    "Provisional",
    "Resolution",
    "Review",
    "SourcedClaim",
    "resolve",
]
