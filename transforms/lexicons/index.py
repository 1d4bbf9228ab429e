"""From a name back to the row it names.

Belongs here: the names of each dimension's rows, and `lookup`. Does not belong here: searching names in text
(`surfaces`).
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Literal, NamedTuple

from transforms.lexicons import tables
from transforms.lexicons.names import key
from transforms.lexicons.rows import Name, Names

Dimension = Literal[
    "countries", "bodies", "parties", "organizations", "instruments", "outlets", "vehicles", "sites", "spacecraft",
    "programmes",
]  # fmt: skip


class Named(NamedTuple):
    """A row's id, all its names (the standard one first), and the time in which they meant it."""

    id: str
    names: Names
    valid_from: str | None = None
    valid_to: str | None = None


def _countries() -> Iterator[Named]:
    for row in tables.countries():
        names = (Name(row.country_name), Name(row.country_code), *row.aliases)
        yield Named(row.country_code, names, row.valid_from, row.valid_to)


def _bodies() -> Iterator[Named]:
    for row in tables.bodies():
        names = (Name(row.party_name), Name(row.party_code), *row.aliases)
        yield Named(row.party_code, names, row.valid_from, row.valid_to)


def _organizations() -> Iterator[Named]:
    for row in tables.organizations():
        names = (Name(row.organization_name), *row.aliases)
        yield Named(row.organization_id, names, row.valid_from, row.valid_to)


_ROWS: dict[Dimension, Callable[[], Iterable[Named]]] = {
    "countries": _countries,
    "bodies": _bodies,
    "parties": lambda: chain(_countries(), _bodies()),
    "organizations": _organizations,
    "instruments": lambda: (
        Named(row.instrument_id, (Name(row.instrument_name), *row.aliases)) for row in tables.instruments()
    ),
    "outlets": lambda: (
        Named(row.source_id, (Name(row.source_name), *row.aliases, *row.credit_codes)) for row in tables.outlets()
    ),
    "vehicles": lambda: (Named(row.vehicle_id, (Name(row.vehicle_name), *row.aliases)) for row in tables.vehicles()),
    "sites": lambda: (Named(row.launch_site_id, (Name(row.launch_site_name), *row.aliases)) for row in tables.sites()),
    "spacecraft": lambda: (
        Named(row.spacecraft_id, (Name(row.spacecraft_name), *row.aliases)) for row in tables.spacecraft()
    ),
    "programmes": lambda: (
        Named(row.programme_id, (Name(row.programme_name), *row.aliases)) for row in tables.programmes()
    ),
}


def named(dimension: Dimension) -> Iterator[tuple[str, Names]]:
    """The id of each row of a dimension with all its names, the standard one first."""
    for row in _ROWS[dimension]():
        yield row.id, row.names


@cache
def _index(dimension: Dimension) -> dict[str, tuple[Named, ...]]:
    """Comparison key to the rows it can mean: those that list it without a mark for doubt, else the others."""
    plain: dict[str, dict[str, Named]] = {}
    doubtful: dict[str, dict[str, Named]] = {}
    for row in _ROWS[dimension]():
        marked = {key(name.text) for name in row.names if name.is_context}
        for found in marked:
            doubtful.setdefault(found, {})[row.id] = row
        for found in {key(name.text) for name in row.names} - marked:
            plain.setdefault(found, {})[row.id] = row
    return {found: tuple(rows.values()) for found, rows in (doubtful | plain).items()}


def lookup(dimension: Dimension, name: str, on: str | None = None) -> str | None:
    """The id of the one row that this name, in any writing, names; None where there is none, or more than one.

    Args:
        dimension: the table to look in.
        name: the name, in any writing.
        on: a (partial) date; of several rows with one name that date's row is taken, without it the one in force.
    """
    rows = _index(dimension).get(key(name), ())
    if len(rows) > 1:
        rows = tuple(row for row in rows if (_holds(row, on) if on else row.valid_to is None))
    return rows[0].id if len(rows) == 1 else None


def _holds(row: Named, on: str) -> bool:
    """Whether the row's time contains the date, as far as both are known."""
    begun = row.valid_from is None or row.valid_from[: len(on)] <= on
    return begun and (row.valid_to is None or on[: len(row.valid_to)] <= row.valid_to[: len(on)])
