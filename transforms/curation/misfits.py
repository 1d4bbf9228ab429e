"""Values that are well by themselves and do not go with the fact's other cells.

Belongs here: what the cells of one fact cannot say together. Does not belong here: whether a value will do by itself
(`columns`), or which entry is told so (`apply`, `made`).
"""

from collections.abc import Collection
from typing import Any

from transforms.resolve.dates import interval
from transforms.resolve.records import Fact

#: Start and end of what lasts, by the resolver's names, and their published columns.
_SPANS = (
    ("signed", "ended", ("signed_date", "ended_date")),
    ("window_from", "window_to", ("window_from", "window_to")),
)


def misfits(fact: Fact, told: Collection[str]) -> dict[str, str]:
    """What is wrong with values that a person told, by published column.

    Args:
        fact: with those values.
        told: the published columns that a person filled.
    """
    cells = fact.cells
    status, parties = cells.get("status"), cells.get("parties", ())
    problems: dict[str, str] = {}
    if cells.get("supplier") and cells["supplier"] not in parties:
        problems["supplier"] = f"{cells['supplier']} is none of its parties ({', '.join(parties)})"
    if status == "planned" and cells.get("date"):
        problems["flown_date"] = "the launch is planned, not flown: set its status too, or planned_date_latest"
    if status == "planned" and cells.get("signed"):
        problems["signed_date"] = "the agreement is planned, not signed: set its status too, or planned_date"
    for start, end, columns in _SPANS:
        if backward := _backward(cells, start, end):
            problems |= dict.fromkeys(columns, backward)
    return {column: problem for column, problem in problems.items() if column in told}


def _backward(cells: dict[str, Any], first: str, last: str) -> str:
    """What is wrong with an end that lies wholly before its start."""
    start, end = (interval(cells.get(name)) for name in (first, last))
    if start is None or end is None or end[1] >= start[0]:
        return ""
    return f"it would end ({cells[last]}) before it begins ({cells[first]})"
