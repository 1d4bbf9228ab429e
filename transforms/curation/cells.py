"""What setting a cell does to a fact: the cell itself, and the cells that follow from it.

Belongs here: putting corrected values among the choices of a fact. Does not belong here: which corrections count
(`apply`), or the rule by which claims choose a value (`transforms.resolve.values`).
"""

from collections.abc import Mapping
from dataclasses import replace

from transforms.claim import Kind
from transforms.curation.columns import COLUMNS
from transforms.curation.records import Told
from transforms.resolve import identities
from transforms.resolve.records import FACT_COLUMNS, LIST_COLUMNS, Choice, Fact

#: Told values by the resolver's name of the column; None empties it.
Corrected = Mapping[str, Told | None]

#: Ids that follow from a name.
_FOLLOWING = {
    ("agreement", "programme"): ("programme_id",),
    ("cooperation", "programme"): ("programme_id",),
    ("cooperation", "subject"): ("spacecraft_id", "programme_id"),
}


def corrected(fact: Fact, told: Mapping[str, Told | None]) -> Fact:
    """The fact with these cells, by published name, as a person wants them."""
    wanted = {COLUMNS[fact.kind][column].column: value for column, value in told.items()}
    cells: dict[str, list[Choice]] = {column: [] for column in FACT_COLUMNS[fact.kind]}
    for choice in fact.choices:
        cells[choice.column_name].append(choice)
    for column, value in wanted.items():
        cells[column] = _choices(column, value, cells[column])
    _follow_names(fact.kind, wanted, cells)
    if fact.kind == "launch":
        _follow_state(wanted, cells)
    if fact.kind == "agreement" and wanted.get("status") == "planned" and "signed" not in wanted:
        cells["signed"] = []  # what is yet to be signed has no day of signing
    _follow_dates(fact.kind, wanted, cells)
    _drop_strangers(wanted, cells)
    return replace(fact, choices=tuple(choice for column in FACT_COLUMNS[fact.kind] for choice in cells[column]))


def _choices(column: str, value: Told | None, before: list[Choice]) -> list[Choice]:
    """The cell; where a claim says the same it stays the claim's."""
    if value is None:
        return []
    members = value if isinstance(value, tuple) else (value,)
    kept = {str(choice.value): choice for choice in before}
    is_list = column in LIST_COLUMNS
    return [kept.get(one) or Choice(column, one if is_list else "", one, None) for one in members]


def _follow_names(kind: Kind, wanted: Corrected, cells: dict[str, list[Choice]]) -> None:
    """Ids of the names that were set, unless they were set themselves."""
    for name in wanted:
        for column in _FOLLOWING.get((kind, name), ()):
            if column not in wanted:
                named = identities.dimension_ids(kind, cells).get(column, [])
                cells[column] = [choice._replace(claim_id=None) for choice in named]


def _follow_state(wanted: Corrected, cells: dict[str, list[Choice]]) -> None:
    """The day of a launch is that of the flight, or of the plan while it has not flown; no plan becomes a flight."""
    is_planned = [choice.value for choice in cells["status"]] == ["planned"]
    if is_planned and ("planned_latest" in wanted or "status" in wanted):
        cells["date"] = [choice._replace(column_name="date") for choice in cells["planned_latest"]]
    elif not is_planned and "status" in wanted and "date" not in wanted:
        plans = {str(choice.value) for column in ("planned_first", "planned_latest") for choice in cells[column]}
        cells["date"] = [choice for choice in cells["date"] if str(choice.value) not in plans]


def _follow_dates(kind: Kind, wanted: Corrected, cells: dict[str, list[Choice]]) -> None:
    """What a date rests on goes with the date: a corrected one is stated by the person who corrects."""
    date = {"agreement": "signed", "launch": "date"}.get(kind)
    if date is None or "date_basis" in wanted:
        return
    if not cells[date]:
        cells["date_basis"] = []
    elif date in wanted:
        cells["date_basis"] = [Choice("date_basis", "", "stated", None)]


def _drop_strangers(wanted: Corrected, cells: dict[str, list[Choice]]) -> None:
    """Who supplies is one of the parties: with new parties an old supplier may go."""
    if "parties" in wanted and "supplier" not in wanted:
        parties = {choice.value for choice in cells["parties"]}
        cells["supplier"] = [choice for choice in cells.get("supplier", []) if choice.value in parties]
