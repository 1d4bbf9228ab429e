"""The satellite database of the Union of Concerned Scientists: satellites at work, with owners and makers.

Belongs here: which of its columns mean what. Does not belong here: whom its names of countries stand for.
"""

import datetime as dt
import re
from collections.abc import Iterator

from sources.errors import UnreadableError
from sources.reference.cells import name_and_others, number, several, whole_number
from sources.reference.records import CatalogueRecord, CatalogueSatellite
from sources.reference.table import Row, comma_rows
from sources.reference.vague import UNKNOWN, VagueDate, exact_day

_NAME, _OFFICIAL, _REGISTRY, _OWNER_COUNTRY, _OWNER = (
    "Name of Satellite, Alternate Names", "Current Official Name of Satellite", "Country/Org of UN Registry",
    "Country of Operator/Owner", "Operator/Owner",
)  # fmt: skip
_MAKER, _MAKER_COUNTRY, _SITE, _VEHICLE = "Contractor", "Country of Contractor", "Launch Site", "Launch Vehicle"
_DATE, _COSPAR, _NORAD, _USERS, _PURPOSE, _MASS = (
    "Date of Launch", "COSPAR Number", "NORAD Number", "Users", "Purpose", "Launch Mass (kg.)",
)  # fmt: skip
COLUMNS = (_NAME, _OFFICIAL, _REGISTRY, _OWNER_COUNTRY, _OWNER, _MAKER, _MAKER_COUNTRY, _SITE, _VEHICLE, _DATE, _COSPAR,
           _NORAD, _USERS, _PURPOSE, _MASS)  # fmt: skip

_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")  # month first
_NOT_REGISTERED = re.compile(r"NR\b")


def read(text: str, where: str) -> Iterator[CatalogueRecord | tuple[int, UnreadableError]]:
    """Satellites; a row without a name is none.

    Raises:
        LayoutError: a column is gone or stands twice.
    """
    seen: set[str] = set()
    for row in comma_rows(text, COLUMNS, where):
        if not isinstance(row, Row):
            yield row
            continue
        try:
            yield _satellite(row, seen)
        except UnreadableError as error:
            yield row.number, error


def _satellite(row: Row, seen: set[str]) -> CatalogueSatellite:
    given, official = row.get(_NAME), row.get(_OFFICIAL)
    if given is None and official is None:
        raise UnreadableError("no id", "the row names no satellite")
    if any("http" in (row.get(column) or "") for column in (_MAKER_COUNTRY, _SITE, _VEHICLE)):
        raise UnreadableError("bad row", "its cells stand under other columns")
    name, others = name_and_others(given or official or "")
    names = dict.fromkeys(other for other in (official, *others) if other and other != name)
    registry = row.get(_REGISTRY) or ""
    return CatalogueSatellite(
        own_id=_own_id(row, name, seen),
        name=name,
        other_names=tuple(names),
        cospar=row.get(_COSPAR),
        norad=whole_number(row.get(_NORAD)),
        launched=_day(row.get(_DATE)),
        owner_name=row.get(_OWNER),
        owner_countries=several(row.get(_OWNER_COUNTRY)),
        registry_countries=() if _NOT_REGISTERED.match(registry) else several(registry),
        users=row.get(_USERS),
        purpose=row.get(_PURPOSE),
        maker_name=row.get(_MAKER),
        maker_countries=several((row.get(_MAKER_COUNTRY) or "").replace(", ", "/")),
        vehicle_name=row.get(_VEHICLE),
        site_name=row.get(_SITE),
        mass_kg=number(row.get(_MASS)),
    )


def _own_id(row: Row, name: str, seen: set[str]) -> str:
    """Its international designation, or its number, or its name; where another has the same, both together."""
    first = row.get(_COSPAR) or row.get(_NORAD) or name
    for own_id in (first, f"{first} {name}"):
        if own_id not in seen:
            seen.add(own_id)
            return own_id
    raise UnreadableError("id twice", f"{first} {name} stands twice")


def _day(text: str | None) -> VagueDate:
    """A day written month first.

    Raises:
        UnreadableError: reason `bad date`.
    """
    if text is None:
        return UNKNOWN
    found = _DAY.fullmatch(text)
    try:
        if found is None:
            raise ValueError("month/day/year is expected")
        return exact_day(dt.date(int(found[3]), int(found[1]), int(found[2])))
    except ValueError as error:
        raise UnreadableError("bad date", f"{ascii(text)[:40]}: {error}") from None
