"""Catalogues that others keep, published beside the star: never facts, but what facts are compared and joined with.

Belongs here: declarations of these tables of schema `core`. Does not belong here: the columns as given
(`catalogue_columns`), or the measure of our own precision (`precision`).
"""

from warehouse.schema import Column, Table
from warehouse.tables.catalogue_columns import CATALOGUE, COUNTRY, LAUNCH, ORGANIZATION, OWN_ID, REJECT, SATELLITE, SITE

_CATALOGUE = Column(CATALOGUE.name, CATALOGUE.type, CATALOGUE.description, references="core.catalogues.catalogue")
_OF_CATALOGUE = Column(
    _CATALOGUE.name, _CATALOGUE.type, _CATALOGUE.description, not_null=True, references=_CATALOGUE.references
)
_OWN_ID = Column(OWN_ID.name, OWN_ID.type, OWN_ID.description, not_null=True)
_ID = Column("catalogue_id", "VARCHAR", "Id over all catalogues: the catalogue's name, a colon, its own id.")
_VEHICLE = Column(
    "vehicle_id",
    "VARCHAR",
    "The rocket, where its name surely means one of ours.",
    references="core.dim_vehicles.vehicle_id",
)
_SITE = Column(
    "launch_site_id",
    "VARCHAR",
    "The launch centre, where its name surely means one of ours.",
    references="core.dim_launch_sites.launch_site_id",
)
_EXACT = Column("launched_date", "DATE", "Day of launch (UTC); only where known to the day.")
_YEAR = Column("launch_year", "INTEGER", "Year of launch; null where more than one is possible.")


def _seat(name: str, target: str, what: str) -> Column:
    return Column(name, "VARCHAR", f"{what}, where its name surely means one of ours.", references=f"core.{target}")


CATALOGUES = Table(
    "core",
    "catalogues",
    "One row per catalogue that is loaded.",
    "Empty where no reference source is configured.",
    ("catalogue",),
    (
        CATALOGUE,
        Column(
            "kind",
            "VARCHAR",
            "Its kind.",
            not_null=True,
            values=("gcat", "iso_countries", "launch_library", "launchlog", "ucs"),
        ),
        Column(
            "launch_rank",
            "INTEGER",
            "Of the catalogues of launches: which one judges before the others, 1 first; null of one without launches.",
        ),
        Column("launches_from", "DATE", "Day of its first flown launch; null while it has not been read to its end."),
        Column("launches_to", "DATE", "Day of its last flown launch; null while it has not been read to its end."),
        Column("launch_count", "BIGINT", "Launches in it, planned ones too.", not_null=True),
        Column("satellite_count", "BIGINT", "Satellites in it.", not_null=True),
        Column("organization_count", "BIGINT", "Organisations in it.", not_null=True),
        Column("site_count", "BIGINT", "Launch sites in it.", not_null=True),
        Column("country_count", "BIGINT", "Countries in it.", not_null=True),
        Column("rejected_count", "BIGINT", "Rows of it that could not be read.", not_null=True),
        Column("is_whole", "BOOLEAN", "It was read to its end: what it does not list, it lacks.", not_null=True),
        Column("changed_at", "TIMESTAMP", "When its content last changed here (UTC).", not_null=True),
    ),
)

CATALOGUE_LAUNCHES = Table(
    "core",
    "catalogue_launches",
    "One row per catalogue and launch in it.",
    "Other people's data, as they give it; no fact is made of it. core.fact_launches.catalogue_id leads here.",
    ("catalogue_id",),
    (_ID, _OF_CATALOGUE, _OWN_ID, _EXACT, _YEAR, *LAUNCH, _VEHICLE, _SITE),
)

CATALOGUE_SATELLITES = Table(
    "core",
    "catalogue_satellites",
    "One row per catalogue and satellite in it.",
    "Other people's data, as they give it. Owners and makers by country are in bridge_catalogue_parties.",
    ("catalogue_id",),
    (
        _ID,
        _OF_CATALOGUE,
        _OWN_ID,
        _EXACT,
        _YEAR,
        *SATELLITE,
        _seat("spacecraft_id", "dim_spacecraft.spacecraft_id", "The spacecraft"),
        _seat("owner_organization_id", "dim_organizations.organization_id", "The owner"),
        _seat("maker_organization_id", "dim_organizations.organization_id", "The maker"),
        _VEHICLE,
        _SITE,
    ),
)

CATALOGUE_ORGANIZATIONS = Table(
    "core",
    "catalogue_organizations",
    "One row per catalogue and organisation in it, one for each name and time.",
    "Other people's data, as they give it.",
    ("catalogue_id",),
    (
        _ID,
        _OF_CATALOGUE,
        _OWN_ID,
        *ORGANIZATION,
        _seat("organization_id", "dim_organizations.organization_id", "The organisation"),
    ),
)

CATALOGUE_SITES = Table(
    "core",
    "catalogue_sites",
    "One row per catalogue and launch site in it, one for each name and time.",
    "Other people's data, as they give it.",
    ("catalogue_id",),
    (_ID, _OF_CATALOGUE, _OWN_ID, *SITE, _SITE),
)

CATALOGUE_COUNTRIES = Table(
    "core",
    "catalogue_countries",
    "One row per catalogue and country in it.",
    "Other people's data, as they give it: ISO 3166-1 with its codes of two letters and three digits.",
    ("catalogue_id",),
    (
        _ID,
        _OF_CATALOGUE,
        _OWN_ID,
        *COUNTRY,
        Column(
            "country_code",
            "VARCHAR",
            "The country; null where core.dim_countries lacks it.",
            references="core.dim_countries.country_code",
        ),
    ),
)

CATALOGUE_REJECTS = Table(
    "core",
    "catalogue_rejects",
    "One row per catalogue, document and row of it that could not be read.",
    "Kept with its reason, so that nothing is lost in silence.",
    ("catalogue", "part", "content_hash"),
    (_CATALOGUE, Column("part", "VARCHAR", "The document."), *REJECT),
)

BRIDGE_CATALOGUE_PARTIES = Table(
    "core",
    "bridge_catalogue_parties",
    "One row per satellite of a catalogue, party and its part in it.",
    "Joint ownership is a row for each owner. A country that the catalogue words in no known way has none.",
    ("catalogue_id", "party_code", "role"),
    (
        Column("catalogue_id", "VARCHAR", "The satellite.", references="core.catalogue_satellites.catalogue_id"),
        Column("party_code", "VARCHAR", "The party.", references="core.dim_parties.party_code"),
        Column("role", "VARCHAR", "Owner, maker or registrant.", values=("owner", "maker", "registrant")),
    ),
)

BRIDGE_LAUNCH_CATALOGUES = Table(
    "core",
    "bridge_launch_catalogues",
    "One row per launch and catalogue in which it was found.",
    "A catalogue's launch belongs to one fact at most. Where two facts tell of it, the second is a row with is_match "
    "false: one launch told as two.",
    ("launch_id", "catalogue"),
    (
        Column("launch_id", "VARCHAR", "The launch.", references="core.fact_launches.launch_id"),
        _CATALOGUE,
        Column(
            "catalogue_id",
            "VARCHAR",
            "The catalogue's launch.",
            not_null=True,
            references="core.catalogue_launches.catalogue_id",
        ),
        Column("is_match", "BOOLEAN", "False where another fact is the catalogue's launch already.", not_null=True),
        Column(
            "other_launch_id",
            "VARCHAR",
            "That other fact; null for a match.",
            references="core.fact_launches.launch_id",
        ),
        Column("match_basis", "VARCHAR", "What tells that it is the same.", not_null=True),
        Column("days_apart", "INTEGER", "Days from the catalogue's day to ours; 0 where ours is not exact and fits.",
               not_null=True),
        Column("is_same_vehicle", "BOOLEAN", "Null where one of them does not tell the rocket, or none knows it."),
        Column("is_same_site", "BOOLEAN", "Null where one of them does not tell the site, or none knows it."),
    ),
)  # fmt: skip

#: Facts refer to these, so they are filled before them.
CATALOGUE_TABLES = (
    CATALOGUES,
    CATALOGUE_LAUNCHES,
    CATALOGUE_SATELLITES,
    CATALOGUE_ORGANIZATIONS,
    CATALOGUE_SITES,
    CATALOGUE_COUNTRIES,
    CATALOGUE_REJECTS,
    BRIDGE_CATALOGUE_PARTIES,
)
