"""GCAT, the General Catalog of Artificial Space Objects: its tables launch, satcat, orgs and sites.

Belongs here: which columns of GCAT mean what. Does not belong here: tab-separated text (`table`), or its state codes
(`data/gcat_states.tsv`).
"""

from collections.abc import Callable, Iterator

from sources.errors import UnreadableError
from sources.reference.cells import (
    country_of_state,
    date_or_reject,
    date_or_unknown,
    degrees,
    designation_of,
    number,
    several,
    site_of_codes,
    whole_number,
)
from sources.reference.records import (
    CatalogueLaunch,
    CatalogueOrganization,
    CatalogueRecord,
    CatalogueSatellite,
    CatalogueSite,
    Outcome,
)
from sources.reference.table import Row, tab_rows

Found = CatalogueRecord | tuple[int, UnreadableError]

LAUNCH_COLUMNS = ("Launch_Tag", "Launch_Date", "LV_Type", "Flight_ID", "Flight", "Mission", "Platform", "Launch_Site",
                  "Agency", "Launch_Code", "Group")  # fmt: skip
SATCAT_COLUMNS = ("JCAT", "Satcat", "Launch_Tag", "Piece", "Type", "Name", "PLName", "LDate", "DDate", "Owner", "State",
                  "Manufacturer", "Mass", "AltNames")  # fmt: skip
ORGS_COLUMNS = ("Code", "UCode", "StateCode", "Type", "Class", "TStart", "TStop", "ShortName", "Name", "Location",
                "Longitude", "Latitude", "Parent", "ShortEName", "EName", "UName")  # fmt: skip
SITES_COLUMNS = ("Site", "UCode", "Type", "StateCode", "TStart", "TStop", "ShortName", "Name", "Location", "Longitude",
                 "Latitude", "Parent", "ShortEName", "EName", "UName")  # fmt: skip

_ORBITAL = ("O", "D")  # into orbit; straight into deep space
_OUTCOMES: dict[str, Outcome] = {"S": "success", "F": "failure"}
_SECTORS = {"A": "academic", "B": "business", "C": "civil", "D": "defence"}


def launches(text: str, where: str) -> Iterator[Found]:
    """Launches into orbit and beyond; all others, missiles and sounding rockets, are passed over."""
    return _records(text, LAUNCH_COLUMNS, where, _launch)


def satellites(text: str, where: str) -> Iterator[Found]:
    """Payloads; stages, parts and debris are passed over."""
    return _records(text, SATCAT_COLUMNS, where, _satellite)


def organizations(text: str, where: str) -> Iterator[Found]:
    """Organisations, states among them, one for each name and time."""
    return _records(text, ORGS_COLUMNS, where, _organization)


def sites(text: str, where: str) -> Iterator[Found]:
    """Launch sites, one for each name and time."""
    return _records(text, SITES_COLUMNS, where, _site)


def _records(
    text: str, columns: tuple[str, ...], where: str, record: Callable[[Row], CatalogueRecord | None]
) -> Iterator[Found]:
    for row in tab_rows(text, columns, where):
        if not isinstance(row, Row):
            yield row
            continue
        try:
            made = record(row)
        except UnreadableError as error:
            yield row.number, error
            continue
        if made is not None:
            yield made


def _required(row: Row, column: str) -> str:
    value = row.get(column)
    if value is None:
        raise UnreadableError("no id", f"nothing stands under {column}")
    return value


def _launch(row: Row) -> CatalogueLaunch | None:
    code = row.get("Launch_Code") or ""
    if not code.startswith(_ORBITAL):
        return None
    tag = _required(row, "Launch_Tag")
    launched = date_or_reject(row.get("Launch_Date"))
    site, platform = row.get("Launch_Site"), row.get("Platform")
    names = (row.get("Flight"), row.get("Mission"))
    return CatalogueLaunch(
        own_id=tag,
        designation=designation_of(tag),
        launched=launched,
        launched_at=launched.moment,
        vehicle_name=row.get("LV_Type"),
        flight_number=row.get("Flight_ID"),
        site_code=site,
        site_name=site_of_codes(platform, site),
        provider_name=row.get("Agency"),
        outcome=_OUTCOMES.get(code[1:2], "unknown"),
        outcome_as_given=code,
        payload_names=tuple(dict.fromkeys(name for text in names if text for name in several(text))),
        launch_service=row.get("Group"),
    )


def _satellite(row: Row) -> CatalogueSatellite | None:
    if not (row.get("Type") or "").startswith("P"):
        return None
    name = row.get("Name") or _required(row, "JCAT")
    others = (row.get("PLName"), *(row.get("AltNames") or "").split(","))
    return CatalogueSatellite(
        own_id=_required(row, "JCAT"),
        name=name,
        other_names=tuple(dict.fromkeys(o.strip() for o in others if o and o.strip() and o.strip() != name)),
        cospar=row.get("Piece"),
        norad=whole_number(row.get("Satcat")),
        launched=date_or_reject(row.get("LDate")),
        ended=date_or_unknown(row.get("DDate")),
        owner_name=row.get("Owner"),
        owner_countries=_countries(row.get("State")),
        maker_name=row.get("Manufacturer"),
        mass_kg=number(row.get("Mass")),
    )


def _countries(states: str | None) -> tuple[str, ...]:
    """Each of several states as the country that it means, or as it stands where that is not known."""
    return tuple(country_of_state(code) or code for code in several(states))


def _organization(row: Row) -> CatalogueOrganization:
    return CatalogueOrganization(
        own_id=_required(row, "Code"),
        name=row.get("UName") or row.get("Name") or _required(row, "Code"),
        short_name=row.get("ShortEName") or row.get("ShortName"),
        english_name=row.get("EName"),
        kinds=several(row.get("Type")),
        sector=_SECTORS.get(row.get("Class") or ""),
        state_code=row.get("StateCode"),
        country_code=country_of_state(row.get("StateCode")),
        parent_id=row.get("Parent"),
        same_as_id=row.get("UCode"),
        existed_from=date_or_unknown(row.get("TStart")),
        existed_to=date_or_unknown(row.get("TStop")),
        location=row.get("Location"),
        longitude=degrees(row.get("Longitude"), 360),
        latitude=degrees(row.get("Latitude"), 90),
    )


def _site(row: Row) -> CatalogueSite:
    return CatalogueSite(
        own_id=_required(row, "Site"),
        name=row.get("UName") or row.get("Name") or _required(row, "Site"),
        short_name=row.get("ShortEName") or (row.get("ShortName") or "").rstrip(" -") or None,
        english_name=row.get("EName"),
        common_name=site_of_codes(row.get("Site"), row.get("UCode")),
        kind=row.get("Type"),
        state_code=row.get("StateCode"),
        country_code=country_of_state(row.get("StateCode")),
        parent_id=row.get("Parent"),
        same_as_id=row.get("UCode"),
        existed_from=date_or_unknown(row.get("TStart")),
        existed_to=date_or_unknown(row.get("TStop")),
        location=row.get("Location"),
        longitude=degrees(row.get("Longitude"), 360),
        latitude=degrees(row.get("Latitude"), 90),
    )
