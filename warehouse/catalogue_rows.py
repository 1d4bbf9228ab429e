"""A catalogue's record as a row of the table that holds it.

Belongs here: which attribute a column holds where the names differ, vague dates as columns, lists as text. Does not
belong here: the tables (`warehouse.tables.catalogue_columns`) or loading rows (`catalogues`).
"""

from typing import Any

from warehouse.schema import Column, Table

SEPARATOR = " | "

#: Columns whose name a record does not have.
_RENAMED = {
    ("satellites", "satellite_name"): "name",
    ("satellites", "norad_number"): "norad",
    ("organizations", "organization_name"): "name",
    ("organizations", "party_code"): "country_code",
    ("sites", "site_name"): "name",
    ("sites", "party_code"): "country_code",
    ("countries", "country_name"): "name",
    ("countries", "numeric_code"): "numeric",
}

#: Columns that hold a part of a vague date.
_OF_DATES = {
    "launched_from": ("launched", "first"),
    "launched_to": ("launched", "last"),
    "launched_date_precision": ("launched", "precision"),
    "is_date_doubtful": ("launched", "is_doubtful"),
    "ended_from": ("ended", "first"),
    "ended_to": ("ended", "last"),
    "ended_date_precision": ("ended", "precision"),
    "existed_from": ("existed_from", "first"),
    "existed_to": ("existed_to", "last"),
    "existed_date_precision": ("existed_from", "precision"),
}


def row(table: Table, loaded: Any, record: Any) -> tuple[Any, ...]:
    """A record's values for the columns of its table."""
    return (loaded.origin, record.own_id, loaded.part, *(_value(record, column) for column in table.columns[3:]))


def _value(record: Any, column: Column) -> Any:
    """The attribute of a record that a column holds; a vague date is three columns, a list is joined."""
    name = _RENAMED.get((record.table, column.name), column.name)
    if name in _OF_DATES:
        attribute, part = _OF_DATES[name]
        return getattr(getattr(record, attribute), part)
    if name == "designation" and record.table == "satellites":
        return (record.cospar or "")[:8] or None
    value = getattr(record, name)
    if isinstance(value, tuple):
        return SEPARATOR.join(part.replace("|", "/") for part in value) or None
    return value.encode("utf-8", errors="replace").decode("utf-8") if isinstance(value, str) else value
