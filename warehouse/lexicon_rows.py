"""The rows that lexicons give to the dimensions, as the build takes them.

Belongs here: which attributes of a lexicon's rows the SQL reads, and loading them as the tables of catalogue `lexicon`.
Does not belong here: the lexicons themselves (`transforms.lexicons`), which orchestration passes in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from warehouse.connect import Connection, insert

#: Attributes read of each row, by table; whatever else a row has is left aside.
ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "countries": (
        "country_code",
        "country_name",
        "region",
        "subregion",
        "sovereign_code",
        "successor_code",
        "valid_from",
        "valid_to",
    ),
    "bodies": ("party_code", "party_name", "organization_type", "seat_code", "valid_from", "valid_to"),
    "memberships": ("body_code", "member_code", "valid_from", "valid_to"),
    "organizations": (
        "organization_id",
        "organization_name",
        "organization_type",
        "party_code",
        "valid_from",
        "valid_to",
    ),
    "instruments": ("instrument_id", "instrument_name", "lead_party_code"),
    "outlets": ("source_id", "source_name", "source_tier", "country_code", "ownership", "language"),
    "vehicles": (
        "vehicle_id",
        "vehicle_name",
        "vehicle_family",
        "country_code",
        "provider_organization_id",
        "valid_from",
        "valid_to",
    ),
    "sites": ("launch_site_id", "launch_site_name", "country_code"),
    "spacecraft": (
        "spacecraft_id",
        "spacecraft_name",
        "spacecraft_type",
        "is_series",
        "owner_codes",
        "manufacturer_codes",
        "organization_id",
        "programme_id",
    ),
    "programmes": ("programme_id", "programme_name", "programme_type"),
    "relation_words": ("relation", "phrases"),
}

#: Which dimension the aliases of a lexicon belong to, and which attribute is its id.
_ALIASED = {
    "countries": ("countries", "country_code"),
    "bodies": ("parties", "party_code"),
    "organizations": ("organizations", "organization_id"),
    "instruments": ("instruments", "instrument_id"),
    "outlets": ("sources", "source_id"),
    "vehicles": ("vehicles", "vehicle_id"),
    "sites": ("launch_sites", "launch_site_id"),
    "spacecraft": ("spacecraft", "spacecraft_id"),
    "programmes": ("programmes", "programme_id"),
}


@dataclass(frozen=True, slots=True)
class DimensionRows:
    """The lexicons' rows: objects with the attributes of ATTRIBUTES, and `aliases` that each have a `text`.

    The functions of `transforms.lexicons` with the same names yield just these.
    """

    countries: Sequence[Any] = ()
    bodies: Sequence[Any] = ()
    memberships: Sequence[Any] = ()
    organizations: Sequence[Any] = ()
    instruments: Sequence[Any] = ()
    outlets: Sequence[Any] = ()
    vehicles: Sequence[Any] = ()
    sites: Sequence[Any] = ()
    spacecraft: Sequence[Any] = ()
    programmes: Sequence[Any] = ()
    relation_words: Sequence[Any] = ()


def load(con: Connection, rows: DimensionRows) -> None:
    """Make in-memory catalogue `lexicon` with a table for each lexicon, all columns text, and one of all aliases."""
    con.execute("attach ':memory:' as lexicon")
    for table, attributes in ATTRIBUTES.items():
        _make(con, table, attributes, [[_text(getattr(r, a)) for a in attributes] for r in getattr(rows, table)])
    _make(con, "aliases", ("dimension", "id", "alias"), list(_aliases(rows)))


def set_phrases(con: Connection) -> None:
    """Set variable `relation_phrases` of this one connection: any phrase of `lexicon.relation_words`, as one pattern.

    A variable is a constant of the query, and compiled once.
    """
    pattern = "select '(?i)(?:^| )(?:' || string_agg(phrases, '|') || ') ' from lexicon.relation_words"
    con.execute(f"set variable relation_phrases = ({pattern})")


def _make(con: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    con.execute(f"create table lexicon.{table} ({', '.join(f'{name} varchar' for name in columns)})")
    insert(con, f"lexicon.{table}", columns, rows)


def _aliases(rows: DimensionRows) -> Iterator[tuple[str, str, str]]:
    for table, (dimension, key) in _ALIASED.items():
        for row in getattr(rows, table):
            for name in (*row.aliases, *getattr(row, "credit_codes", ())):
                yield dimension, getattr(row, key), name.text


def _text(value: Any) -> str | None:
    """An attribute as text; what is empty is null, members of a list are joined by `|`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        value = "|".join(value)
    return value or None
