"""Another name of a listed thing: the corrections that put the listed one into every fact that bears the other name.

Belongs here: finding those facts and their cells. Does not belong here: asking a person (`commands.review`), checking
entries (`transforms.curation`).
"""

from pathlib import Path
from typing import Any

from orchestration.commands.explain import OVERRIDE
from transforms.curation.columns import COLUMNS, PREFIX_KINDS
from warehouse.errors import UnknownIdError
from warehouse.explain import Explanation, explain

#: The column of facts that names a member, by the table of the dimension.
_NAMING = {
    "core.dim_vehicles": "vehicle_id",
    "core.dim_launch_sites": "launch_site_id",
    "core.dim_spacecraft": "spacecraft_id",
    "core.dim_organizations": "organization_id",
    "core.dim_instruments": "instrument_id",
    "core.dim_parties": "party_code",
}


def renamed(home: Path, name_id: str, listed: str) -> list[dict[str, Any]]:
    """A `set` for each fact that bears a provisional name, with the listed member in its place.

    Args:
        home: where the warehouse is.
        name_id: the provisional id.
        listed: the member that is meant, by id or by a listed name.
    """
    try:
        found = explain(home, name_id)
    except UnknownIdError:  # a refresh has published a newer version since
        return []
    column = _NAMING.get(found.table, "")
    made = [_set(explain(home, line.fact_id), column, name_id, listed) for line in found.facts]
    return [fields for fields in made if fields]


def _set(fact: Explanation, column: str, name_id: str, listed: str) -> dict[str, Any] | None:
    kind = PREFIX_KINDS.get(fact.id.partition("_")[0])
    anchor = next((quote.claim_id for quote in fact.quotes if quote.rule != OVERRIDE), None)
    if kind is None or anchor is None or column not in COLUMNS[kind]:
        return None
    named = {"action": "set", "fact": fact.id, "anchor": anchor, "column": column}
    if not COLUMNS[kind][column].is_list:
        return {**named, "value": listed}
    members = {row[column] for rows in fact.members.values() for row in rows if list(row)[1] == column}
    return {**named, "value": sorted((members - {name_id}) | {listed})} if name_id in members else None
