"""What a catalogue tells: one record for each launch, satellite, organisation, site and country.

Belongs here: the records, the same whichever catalogue they come from. Does not belong here: reading a format, or what
the names in them stand for.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from sources.reference.vague import UNKNOWN, VagueDate

Outcome = Literal["success", "failure", "planned", "unknown"]


@dataclass(frozen=True, slots=True)
class CatalogueLaunch:
    """One launch into orbit or beyond.

    Attributes:
        own_id: the catalogue's own id, unique in it.
        designation: international designation of what reached orbit (`2017-060`), or None.
        launched: when, UTC.
        launched_at: ISO time, UTC, where known to the minute.
        site_code: the catalogue's code of the site; `site_name` its name, given or known for the code.
        outcome: success, failure (partial ones too), planned or unknown; `outcome_as_given` in the catalogue's words.
        payload_names: of all payloads, each with its other names.
        launch_service: GCAT's group of the launch (`CO/OG`), or None.
    """

    table: ClassVar[str] = "launches"

    own_id: str
    designation: str | None = None
    launched: VagueDate = UNKNOWN
    launched_at: str | None = None
    vehicle_name: str | None = None
    flight_number: str | None = None
    site_code: str | None = None
    site_name: str | None = None
    provider_name: str | None = None
    provider_country_code: str | None = None
    outcome: Outcome = "unknown"
    outcome_as_given: str | None = None
    payload_names: tuple[str, ...] = ()
    launch_service: str | None = None


@dataclass(frozen=True, slots=True)
class CatalogueSatellite:
    """One payload.

    Attributes:
        own_id: the catalogue's own id, unique in it.
        cospar: international designation of the piece (`2017-060A`), or None.
        norad: number in the United States' catalogue, or None.
        owner_countries, registry_countries, maker_countries: as given, one member for each of several (`A/B`).
    """

    table: ClassVar[str] = "satellites"

    own_id: str
    name: str
    other_names: tuple[str, ...] = ()
    cospar: str | None = None
    norad: int | None = None
    launched: VagueDate = UNKNOWN
    ended: VagueDate = UNKNOWN
    owner_name: str | None = None
    owner_countries: tuple[str, ...] = ()
    registry_countries: tuple[str, ...] = ()
    users: str | None = None
    purpose: str | None = None
    maker_name: str | None = None
    maker_countries: tuple[str, ...] = ()
    vehicle_name: str | None = None
    site_name: str | None = None
    mass_kg: float | None = None


@dataclass(frozen=True, slots=True)
class CatalogueOrganization:
    """One organisation, or one name that it had for a time."""

    table: ClassVar[str] = "organizations"

    own_id: str
    name: str
    short_name: str | None = None
    english_name: str | None = None
    kinds: tuple[str, ...] = ()
    sector: str | None = None
    state_code: str | None = None
    country_code: str | None = None
    parent_id: str | None = None
    same_as_id: str | None = None
    existed_from: VagueDate = UNKNOWN
    existed_to: VagueDate = UNKNOWN
    location: str | None = None
    longitude: float | None = None
    latitude: float | None = None


@dataclass(frozen=True, slots=True)
class CatalogueSite:
    """One launch site, or one name that it had for a time; `common_name` where its code is known."""

    table: ClassVar[str] = "sites"

    own_id: str
    name: str
    short_name: str | None = None
    english_name: str | None = None
    common_name: str | None = None
    kind: str | None = None
    state_code: str | None = None
    country_code: str | None = None
    parent_id: str | None = None
    same_as_id: str | None = None
    existed_from: VagueDate = UNKNOWN
    existed_to: VagueDate = UNKNOWN
    location: str | None = None
    longitude: float | None = None
    latitude: float | None = None


@dataclass(frozen=True, slots=True)
class CatalogueCountry:
    """One country as ISO 3166-1 has it; `own_id` is the three-letter code."""

    table: ClassVar[str] = "countries"

    own_id: str
    name: str
    official_name: str | None = None
    common_name: str | None = None
    alpha_2: str | None = None
    numeric: str | None = None


CatalogueRecord = CatalogueLaunch | CatalogueSatellite | CatalogueOrganization | CatalogueSite | CatalogueCountry
