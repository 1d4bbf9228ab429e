"""The dimensions of what flies: rockets, launch centres, programmes, spacecraft.

Belongs here: declarations of these tables. Does not belong here: their rows (lexicons) or the SQL that fills them.
"""

from warehouse.schema import Column, Table
from warehouse.tables.validity import PROVISIONAL, VALID_FROM, VALID_TO

DIM_VEHICLES = Table(
    "core",
    "dim_vehicles",
    "One row per type of launch vehicle.",
    "",
    ("vehicle_id",),
    (
        Column("vehicle_id", "VARCHAR", "Stable id, a slug of its name."),
        Column("vehicle_name", "VARCHAR", "Name in English.", not_null=True),
        Column("vehicle_family", "VARCHAR", "The family that it belongs to (Long March, Ariane)."),
        Column(
            "country_code",
            "VARCHAR",
            "Country that provides its launches.",
            references="core.dim_countries.country_code",
        ),
        Column(
            "organization_id",
            "VARCHAR",
            "Organisation that provides its launches.",
            references="core.dim_organizations.organization_id",
        ),
        VALID_FROM,
        VALID_TO,
        PROVISIONAL,
    ),
)

DIM_LAUNCH_SITES = Table(
    "core",
    "dim_launch_sites",
    "One row per launch centre or range.",
    "",
    ("launch_site_id",),
    (
        Column("launch_site_id", "VARCHAR", "Stable id, a slug of its name."),
        Column("launch_site_name", "VARCHAR", "Name in English.", not_null=True),
        Column(
            "country_code",
            "VARCHAR",
            "Country on whose ground it lies; null at sea.",
            references="core.dim_countries.country_code",
        ),
        PROVISIONAL,
    ),
)

DIM_PROGRAMMES = Table(
    "core",
    "dim_programmes",
    "One row per space programme.",
    "",
    ("programme_id",),
    (
        Column("programme_id", "VARCHAR", "Stable id, a slug of its name."),
        Column("programme_name", "VARCHAR", "Name in English.", not_null=True),
        Column(
            "programme_type",
            "VARCHAR",
            "Station, lunar, constellation, navigation, earth observation and so on.",
        ),
        PROVISIONAL,
    ),
)

DIM_SPACECRAFT = Table(
    "core",
    "dim_spacecraft",
    "One row per spacecraft, series of them or capsule.",
    "",
    ("spacecraft_id",),
    (
        Column("spacecraft_id", "VARCHAR", "Stable id, a slug of its name."),
        Column("spacecraft_name", "VARCHAR", "Name in English.", not_null=True),
        Column("spacecraft_type", "VARCHAR", "Satellite, capsule, cargo, station, probe, telescope and so on."),
        Column(
            "is_series",
            "BOOLEAN",
            "True for a series (Starlink), of which NAME-<number> are members.",
            not_null=True,
        ),
        Column(
            "owner_code",
            "VARCHAR",
            "The party that owns it; null where several do or none is known.",
            references="core.dim_parties.party_code",
        ),
        Column(
            "manufacturer_code",
            "VARCHAR",
            "The party that built it; null where several did or none is known.",
            references="core.dim_parties.party_code",
        ),
        Column(
            "organization_id",
            "VARCHAR",
            "Its operator.",
            references="core.dim_organizations.organization_id",
        ),
        Column(
            "programme_id",
            "VARCHAR",
            "The programme that it belongs to.",
            references="core.dim_programmes.programme_id",
        ),
        PROVISIONAL,
    ),
)
