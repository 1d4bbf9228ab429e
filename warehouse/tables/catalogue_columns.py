"""What catalogues tell of launches, satellites, organisations, sites and countries: the columns as given.

Belongs here: columns that the writer's store and the published tables share. Does not belong here: the tables
(`catalogue_store`, `catalogues`) or what the names in them stand for.
"""

from warehouse.schema import Column

DATE_PRECISION = ("day", "week", "month", "quarter", "half", "year", "decade", "century", "millennium", "unknown")
OUTCOMES = ("success", "failure", "planned", "unknown")
LIST = "several are joined by ` | `"

CATALOGUE = Column("catalogue", "VARCHAR", "Name of the catalogue: that of its source in `sources.toml`.")
OWN_ID = Column("own_id", "VARCHAR", "The catalogue's own id.")


def _when(stem: str, what: str) -> tuple[Column, ...]:
    return (
        Column(f"{stem}_from", "DATE", f"First day on which it can have {what}; null where not known."),
        Column(f"{stem}_to", "DATE", f"Last day on which it can have {what}; null where not known."),
        Column(
            f"{stem}_date_precision",
            "VARCHAR",
            "How exactly the catalogue knows the day.",
            not_null=True,
            values=DATE_PRECISION,
        ),
    )


LAUNCH = (
    Column("designation", "VARCHAR", "International designation of what reached orbit (2017-060); null of a failure."),
    *_when("launched", "flown (UTC)"),
    Column("is_date_doubtful", "BOOLEAN", "True where the catalogue puts a question mark to the day.", not_null=True),
    Column("launched_at", "TIMESTAMP", "Time of lift-off (UTC), where known to the minute."),
    Column("outcome", "VARCHAR", "Outcome; a partial failure is one.", not_null=True, values=OUTCOMES),
    Column("outcome_as_given", "VARCHAR", "Outcome in the catalogue's own words or code."),
    Column("vehicle_name", "VARCHAR", "The rocket, as the catalogue names it."),
    Column("flight_number", "VARCHAR", "Serial or flight number of the rocket."),
    Column("site_code", "VARCHAR", "The catalogue's code of the launch site."),
    Column("site_name", "VARCHAR", "The launch site, or the ship or aircraft, by its common name."),
    Column("provider_name", "VARCHAR", "Who launched, as the catalogue names or codes it."),
    Column(
        "provider_country_code",
        "VARCHAR",
        "Country of who launched (ISO 3166 alpha-3), where the catalogue tells one; not checked against ours.",
    ),
    Column("launch_service", "VARCHAR", "GCAT's group of the launch: CO/OG is commercial, for another government."),
    Column("payload_names", "VARCHAR", f"Names of the payloads; {LIST}."),
)

SATELLITE = (
    Column("satellite_name", "VARCHAR", "Name of the satellite.", not_null=True),
    Column("other_names", "VARCHAR", f"Other names; {LIST}."),
    Column("cospar", "VARCHAR", "International designation of the piece (2017-060A)."),
    Column("designation", "VARCHAR", "That of its launch (2017-060): a key to catalogue_launches.designation."),
    Column("norad_number", "INTEGER", "Number in the United States' catalogue."),
    *_when("launched", "been launched"),
    *_when("ended", "ended in orbit"),
    Column("owner_name", "VARCHAR", "Owner or operator, as the catalogue names or codes it."),
    Column("owner_countries", "VARCHAR", f"Countries of the owners as given; {LIST}."),
    Column("registry_countries", "VARCHAR", f"Who registered it with the United Nations, as given; {LIST}."),
    Column("users", "VARCHAR", "Commercial, civil, government or military users."),
    Column("purpose", "VARCHAR", "What it is for."),
    Column("maker_name", "VARCHAR", "Who built it, as the catalogue names or codes it."),
    Column("maker_countries", "VARCHAR", f"Countries of the makers as given; {LIST}."),
    Column("vehicle_name", "VARCHAR", "The rocket, as the catalogue names it."),
    Column("site_name", "VARCHAR", "The launch site, as the catalogue names it."),
    Column("mass_kg", "DOUBLE", "Mass at launch in kilograms."),
)

_PLACE = (
    Column("parent_id", "VARCHAR", "Own id of what it belongs to."),
    Column("same_as_id", "VARCHAR", "Own id that all its names and times share."),
    Column("existed_from", "DATE", "First day on which it can have begun to exist under this name."),
    Column("existed_to", "DATE", "Last day on which it can have existed under this name; null while it does."),
    Column(
        "existed_date_precision",
        "VARCHAR",
        "How exactly the catalogue knows since when.",
        not_null=True,
        values=DATE_PRECISION,
    ),
    Column("location", "VARCHAR", "Where it is, in words."),
    Column("longitude", "DOUBLE", "Degrees east."),
    Column("latitude", "DOUBLE", "Degrees north."),
)

ORGANIZATION = (
    Column("organization_name", "VARCHAR", "Name in its own language.", not_null=True),
    Column("short_name", "VARCHAR", "Short name."),
    Column("english_name", "VARCHAR", "Name in English, where it differs."),
    Column("kinds", "VARCHAR", f"The catalogue's codes for what it does: CY country, PL maker of payloads; {LIST}."),
    Column(
        "sector",
        "VARCHAR",
        "Academic, business, civil or defence.",
        values=("academic", "business", "civil", "defence"),
    ),
    Column("state_code", "VARCHAR", "The catalogue's code of its state: not ISO."),
    Column("party_code", "VARCHAR", "Country (ISO 3166 alpha-3) or body that the state code means."),
    *_PLACE,
)

SITE = (
    Column("site_name", "VARCHAR", "Name in its own language.", not_null=True),
    Column("short_name", "VARCHAR", "Short name."),
    Column("english_name", "VARCHAR", "Name in English, where it differs."),
    Column("common_name", "VARCHAR", "Common name in English, where its code is known."),
    Column("kind", "VARCHAR", "The catalogue's code for its kind: LS site, LC cruise, LZ zone."),
    Column("state_code", "VARCHAR", "The catalogue's code of its state: not ISO."),
    Column("party_code", "VARCHAR", "Country (ISO 3166 alpha-3) or body that the state code means."),
    *_PLACE,
)

COUNTRY = (
    Column("country_name", "VARCHAR", "Short name in the standard.", not_null=True),
    Column("official_name", "VARCHAR", "Official name."),
    Column("common_name", "VARCHAR", "Common name, where the short one is not."),
    Column("alpha_2", "VARCHAR", "Code of two letters."),
    Column("numeric_code", "VARCHAR", "Code of three digits."),
)

REJECT = (
    Column("content_hash", "VARCHAR", "Hash of what was wrong and where."),
    Column("place", "VARCHAR", "Where in the document: its name and the line.", not_null=True),
    Column("reason", "VARCHAR", "Short class of what was wrong.", not_null=True),
    Column("detail", "VARCHAR", "One line that says what was wrong.", not_null=True),
)
