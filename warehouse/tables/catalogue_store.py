"""Catalogues as they were read, and what their names and launches were found to be: tables of the writer's store.

Belongs here: their declarations. Does not belong here: how they are filled (`warehouse.catalogues`), what is published
of them (`catalogues`).
"""

from warehouse.schema import Column, Table
from warehouse.tables.catalogue_columns import CATALOGUE, COUNTRY, LAUNCH, ORGANIZATION, OWN_ID, REJECT, SATELLITE, SITE

PART = Column("part", "VARCHAR", "The document of the catalogue that told it.", not_null=True)
_KEY = ("catalogue", "own_id")


def _told(name: str, what: str, columns: tuple[Column, ...]) -> Table:
    grain = f"One row per catalogue and {what} in it."
    return Table("main", f"catalogue_{name}", grain, "As the catalogue gives it.", _KEY,
                 (CATALOGUE, OWN_ID, PART, *columns))  # fmt: skip


CATALOGUE_PARTS = Table(
    "main",
    "catalogue_parts",
    "One row per catalogue and document of it that was read.",
    "The last good content stays until another one was read whole.",
    ("catalogue", "part"),
    (
        CATALOGUE,
        Column("part", "VARCHAR", "The document."),
        Column("kind", "VARCHAR", "Kind of catalogue.", not_null=True),
        Column(
            "is_whole", "BOOLEAN", "The catalogue was read to its end: what it does not list, it lacks.", not_null=True
        ),
        Column("record_count", "BIGINT", "Records that stand.", not_null=True),
        Column("rejected_count", "BIGINT", "Rows that hold none.", not_null=True),
        Column("content_digest", "VARCHAR", "Digest of the records that stand.", not_null=True),
        Column("changed_at", "TIMESTAMP", "When its content last changed here (UTC).", not_null=True),
    ),
)

CATALOGUE_REJECTS = Table(
    "main",
    "catalogue_rejects",
    "One row per catalogue, document and row of it that could not be read.",
    "",
    ("catalogue", "part", "content_hash"),
    (CATALOGUE, Column("part", "VARCHAR", "The document."), *REJECT),
)

STORED_LAUNCHES = _told("launches", "launch", LAUNCH)
STORED_SATELLITES = _told("satellites", "satellite", SATELLITE)
STORED_ORGANIZATIONS = _told("organizations", "organisation, one for each name and time", ORGANIZATION)
STORED_SITES = _told("sites", "launch site, one for each name and time", SITE)
STORED_COUNTRIES = _told("countries", "country", COUNTRY)

CATALOGUE_NAMES = Table(
    "main",
    "catalogue_names",
    "One row per dimension and name in a catalogue that surely means one member of it.",
    "",
    ("dimension", "name"),
    (
        Column("dimension", "VARCHAR", "Dimension of the warehouse: parties, vehicles, launch_sites and so on."),
        Column("name", "VARCHAR", "The name as the catalogue has it."),
        Column("id", "VARCHAR", "The member that it means.", not_null=True),
    ),
)

LAUNCH_MATCHES = Table(
    "main",
    "launch_matches",
    "One row per launch fact and catalogue in which a launch may be the same.",
    "A catalogue's launch is the match of one fact at most, and a fact has one match at most in a catalogue.",
    ("fact_id", "catalogue"),
    (
        Column("fact_id", "VARCHAR", "The launch."),
        CATALOGUE,
        Column("own_id", "VARCHAR", "The catalogue's launch.", not_null=True),
        Column(
            "is_match", "BOOLEAN", "True where it is the same; false where another fact has it already.", not_null=True
        ),
        Column("taken_by", "VARCHAR", "That other fact."),
        Column("basis", "VARCHAR", "What tells that it is the same: payload, rocket, site and day.", not_null=True),
        Column("days_apart", "INTEGER", "Days between the two; negative where ours is earlier.", not_null=True),
        Column("is_same_vehicle", "BOOLEAN", "Null where one of them does not tell, or is not known."),
        Column("is_same_site", "BOOLEAN", "Null where one of them does not tell, or is not known."),
    ),
)

TOLD_TABLES = {
    "launches": STORED_LAUNCHES,
    "satellites": STORED_SATELLITES,
    "organizations": STORED_ORGANIZATIONS,
    "sites": STORED_SITES,
    "countries": STORED_COUNTRIES,
}
"""What catalogues tell, by the name that `sources.reference` gives each table."""

CATALOGUE_STORE_TABLES = (CATALOGUE_PARTS, CATALOGUE_REJECTS, *TOLD_TABLES.values(), CATALOGUE_NAMES, LAUNCH_MATCHES)
