"""The lexicon records: one frozen dataclass for each table of `data/`.

Belongs here: the fields of each table, named and ordered as the columns of its file. Does not belong here:
reading the files (`tables`), or the forms in which a name appears in text (`surfaces`).
"""

from dataclasses import dataclass
from typing import NamedTuple


class Name(NamedTuple):
    """Another name of a row, as listed in its file.

    Attributes:
        text: the name, without its markers.
        is_context: marked `?`: the words are also something else, and need a second cue to be this name.
        is_exact: marked `=`: matched in exactly this writing, no variants.
        is_silent: marked `~`: known to `lookup`, never searched for in text.
    """

    text: str
    is_context: bool = False
    is_exact: bool = False
    is_silent: bool = False


Names = tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country or former state; `metonyms` are capitals and seats that stand for its government."""

    country_code: str
    country_name: str
    region: str
    subregion: str
    sovereign_code: str
    successor_code: str | None
    valid_from: str | None
    valid_to: str | None
    aliases: Names
    demonyms: Names
    people: Names
    metonyms: Names


@dataclass(frozen=True, slots=True)
class Place:
    """A state, province or city that tells the country of what sits there, but never acts for it."""

    place: str
    country_code: str
    aliases: Names


@dataclass(frozen=True, slots=True)
class Body:
    """A body of several countries that is itself a party."""

    party_code: str
    party_name: str
    organization_type: str
    seat_code: str | None
    valid_from: str | None
    valid_to: str | None
    aliases: Names
    demonyms: Names


@dataclass(frozen=True, slots=True)
class Membership:
    """A member of a body for a period; dates may be partial (`2004`, `2004-05`)."""

    body_code: str
    member_code: str
    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True, slots=True)
class Organization:
    """An agency, ministry, firm or university; `is_space` where its name alone says space."""

    organization_id: str
    organization_name: str
    organization_type: str
    party_code: str
    valid_from: str | None
    valid_to: str | None
    aliases: Names
    is_space: bool


@dataclass(frozen=True, slots=True)
class Instrument:
    """A standing agreement that others join."""

    instrument_id: str
    instrument_name: str
    lead_party_code: str
    organization_id: str | None
    aliases: Names


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher of news; `credit_codes` are the marks by which others credit it (XNA, AFP)."""

    source_id: str
    source_name: str
    source_tier: str
    country_code: str | None
    ownership: str
    language: str | None
    aliases: Names
    credit_codes: Names


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A launch vehicle, or one version of it."""

    vehicle_id: str
    vehicle_name: str
    vehicle_family: str
    country_code: str
    provider_organization_id: str | None
    valid_from: str | None
    valid_to: str | None
    aliases: Names


@dataclass(frozen=True, slots=True)
class Site:
    """A launch centre or range."""

    launch_site_id: str
    launch_site_name: str
    country_code: str
    aliases: Names


@dataclass(frozen=True, slots=True)
class Spacecraft:
    """A spacecraft, or a series of them (`is_series`: NAME-1, NAME-2 … belong to it)."""

    spacecraft_id: str
    spacecraft_name: str
    spacecraft_type: str
    owner_codes: tuple[str, ...]
    organization_id: str | None
    manufacturer_codes: tuple[str, ...]
    programme_id: str | None
    is_series: bool
    aliases: Names
    is_common_word: bool


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme that spacecraft, agreements and cooperations belong to."""

    programme_id: str
    programme_name: str
    party_codes: tuple[str, ...]
    programme_type: str
    aliases: Names


@dataclass(frozen=True, slots=True)
class Blocker:
    """A phrase that contains a name without being it: `New Mexico`, `Indian Ocean`."""

    phrase: str
    note: str


@dataclass(frozen=True, slots=True)
class RelationWords:
    """Phrases that, beside the name of a document, tell how it stands to an earlier one: `renewal of`."""

    relation: str
    phrases: tuple[str, ...]
