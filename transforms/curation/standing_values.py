"""Which claimed values stand in a corrected fact.

Belongs here: marking the values of claims that say what the fact now holds. Does not belong here: the fact's cells.
"""

from collections.abc import Callable, Collection
from typing import Any

from transforms.claim import Kind
from transforms.curation.columns import COLUMNS
from transforms.resolve import identities
from transforms.resolve.mentions import Mention
from transforms.resolve.records import CellValue, Fact
from transforms.resolve.resolver import claimed_values

#: Claimed names behind corrected ids: the resolver's column, the column of ids, and from the one to the other.
_NAMED: dict[Kind, dict[str, tuple[str, Callable[[str], str]]]] = {
    "launch": {
        "vehicle_id": ("vehicle", identities.vehicle_id),
        "launch_site_id": ("site", identities.site_id),
        "spacecraft_id": ("payloads", identities.craft_id),
        "organization_id": ("organizations", identities.organization_id),
    },
    "agreement": {
        "instrument_id": ("instrument", identities.instrument_id),
        "organization_id": ("organizations", identities.organization_id),
    },
    "cooperation": {"organization_id": ("organizations", identities.organization_id)},
}


def values_of(fact: Fact, group: list[Mention], corrected: Collection[str]) -> list[CellValue]:
    """All claimed values, marked where they stand; `corrected` are the published columns that a person wrote."""
    held = fact.cells
    allowed: dict[str, tuple[set[Any], Callable[[str], Any]]] = {}
    for column in sorted(corrected):
        spec = COLUMNS[fact.kind][column]
        name, identify = _NAMED.get(fact.kind, {}).get(column, (spec.column, str))
        stands = held.get(spec.column, ())
        allowed[name] = ({str(one) for one in (stands if isinstance(stands, tuple) else (stands,))}, identify)
    found = []
    for value in claimed_values(fact, group):
        if value.column_name in allowed:
            standing, identify = allowed[value.column_name]
            value = value._replace(is_chosen=str(identify(value.value)) in standing)
        found.append(value)
    return found
