"""The dimensions: who and when, and all of them in order.

Belongs here: declarations of countries, parties, organisations, instruments, aliases and days. Does not belong here:
rockets and craft (`craft`), outlets and articles (`news`), rows, or the SQL that fills them (`warehouse/sql/core/`).
"""

from warehouse.schema import Column, Table
from warehouse.tables.craft import DIM_LAUNCH_SITES, DIM_PROGRAMMES, DIM_SPACECRAFT, DIM_VEHICLES
from warehouse.tables.news import DIM_ARTICLES, DIM_SOURCES
from warehouse.tables.validity import PROVISIONAL, VALID_FROM, VALID_TO

DIM_COUNTRIES = Table(
    "core",
    "dim_countries",
    "One row per country, former states included.",
    "Codes are ISO 3166-1 alpha-3, withdrawn ones for former states (SUN, YUG, CSK, DDR).",
    ("country_code",),
    (
        Column("country_code", "VARCHAR", "ISO alpha-3 code."),
        Column("country_name", "VARCHAR", "Short English name.", not_null=True),
        Column("region", "VARCHAR", "Continent or world region."),
        Column("subregion", "VARCHAR", "Part of the region."),
        Column(
            "sovereign_code",
            "VARCHAR",
            "The state it belongs to: itself, or CHN for HKG and MAC; TWN is its own.",
            not_null=True,
            references="core.dim_countries.country_code",
        ),
        Column(
            "successor_code",
            "VARCHAR",
            "The state that continues a former one (SUN: RUS); null while it exists.",
            references="core.dim_countries.country_code",
        ),
        VALID_FROM,
        VALID_TO,
    ),
)

DIM_PARTIES = Table(
    "core",
    "dim_parties",
    "One row per code that can be a party: a country or an intergovernmental body.",
    "A code met in an article and unknown to the lexicons is a provisional body.",
    ("party_code",),
    (
        Column("party_code", "VARCHAR", "Country code, or the body's usual acronym."),
        Column("party_name", "VARCHAR", "Name in English.", not_null=True),
        Column("party_type", "VARCHAR", "Country or body.", not_null=True, values=("country", "body")),
        Column(
            "sovereign_code",
            "VARCHAR",
            "The state behind it: of a country its sovereign, of a body itself.",
            not_null=True,
            references="core.dim_parties.party_code",
        ),
        Column(
            "successor_code",
            "VARCHAR",
            "The party that continues a former one.",
            references="core.dim_parties.party_code",
        ),
        VALID_FROM,
        VALID_TO,
        PROVISIONAL,
    ),
)

DIM_PARTY_MEMBERSHIPS = Table(
    "core",
    "dim_party_memberships",
    "One row per body, member and period of membership.",
    "Who belongs to ESA, EU, EUMETSAT, APSCO, BRICS and the like, and since when.",
    ("body_code", "member_code", "valid_from"),
    (
        Column("body_code", "VARCHAR", "The body.", references="core.dim_parties.party_code"),
        Column("member_code", "VARCHAR", "The member.", references="core.dim_parties.party_code"),
        Column("valid_from", "DATE", "First day of membership, where known."),
        Column("valid_to", "DATE", "Last day of membership; null while it lasts."),
    ),
    nullable_key=("valid_from",),
)

DIM_ORGANIZATIONS = Table(
    "core",
    "dim_organizations",
    "One row per agency, ministry, firm, university or intergovernmental body.",
    "",
    ("organization_id",),
    (
        Column("organization_id", "VARCHAR", "Stable id, a slug of its name."),
        Column("organization_name", "VARCHAR", "Name in English.", not_null=True),
        Column(
            "organization_type",
            "VARCHAR",
            "What it is; null where not known.",
            values=("state", "agency", "military", "igo", "company", "university", "ngo"),
        ),
        Column(
            "country_code",
            "VARCHAR",
            "Country of its seat; null for an intergovernmental body without one and where not known.",
            references="core.dim_countries.country_code",
        ),
        Column(
            "party_code",
            "VARCHAR",
            "The party that it counts as: its country, or the body itself.",
            references="core.dim_parties.party_code",
        ),
        VALID_FROM,
        VALID_TO,
        PROVISIONAL,
    ),
)

DIM_INSTRUMENTS = Table(
    "core",
    "dim_instruments",
    "One row per standing agreement that others join.",
    "The Artemis Accords, the ILRS, an agency's convention.",
    ("instrument_id",),
    (
        Column("instrument_id", "VARCHAR", "Stable id, a slug of its name."),
        Column("instrument_name", "VARCHAR", "Name in English.", not_null=True),
        Column(
            "lead_party_code",
            "VARCHAR",
            "The party that leads it; null where none does.",
            references="core.dim_parties.party_code",
        ),
        PROVISIONAL,
    ),
)

DIM_ALIASES = Table(
    "core",
    "dim_aliases",
    "One row per dimension, id and another name of it.",
    "Every name under which the extractor knows a member of a dimension.",
    ("dimension", "id", "alias"),
    (
        Column(
            "dimension",
            "VARCHAR",
            "Which dimension the id belongs to.",
            values=(
                "countries",
                "parties",
                "organizations",
                "instruments",
                "vehicles",
                "launch_sites",
                "spacecraft",
                "programmes",
                "sources",
            ),
        ),
        Column("id", "VARCHAR", "Key of that dimension."),
        Column("alias", "VARCHAR", "The other name, as written."),
    ),
)

DIM_DATES = Table(
    "core",
    "dim_dates",
    "One row per day.",
    "From the first to the last day that a fact or an article bears, whole years.",
    ("date_key",),
    (
        Column("date_key", "DATE", "The day."),
        Column("year", "INTEGER", "Year.", not_null=True),
        Column("quarter", "INTEGER", "Quarter, 1 to 4.", not_null=True),
        Column("month", "INTEGER", "Month, 1 to 12.", not_null=True),
        Column("day", "INTEGER", "Day of the month.", not_null=True),
    ),
)

DIMENSIONS = (
    DIM_COUNTRIES,
    DIM_PARTIES,
    DIM_PARTY_MEMBERSHIPS,
    DIM_ORGANIZATIONS,
    DIM_INSTRUMENTS,
    DIM_PROGRAMMES,
    DIM_VEHICLES,
    DIM_LAUNCH_SITES,
    DIM_SPACECRAFT,
    DIM_SOURCES,
    DIM_ARTICLES,
    DIM_ALIASES,
)
"""In the order in which references allow them to be filled; `dim_dates` comes after the facts that it spans."""
