"""The events: what was agreed, joined, launched and undertaken.

Belongs here: declarations of the `fact_` tables of events. Does not belong here: who took part in them (`bridges`),
what is reported of them (`reports`), or the SQL that fills them (`warehouse/sql/core/`).
"""

from warehouse.schema import Column, Table
from warehouse.tables.quality import COUNTS_IN_TOTALS, EXCLUSION_REASON, QUALITY_SCORE

PRECISION = ("day", "month", "year", "unknown")
BASIS = ("stated", "relative", "dateline", "announced")
CONFIDENCE = Column("confidence", "DOUBLE", "Probability, 0 to 1, that the fact is right.", not_null=True)
ARTICLE_COUNT = Column(
    "article_count", "INTEGER", "Articles that tell of it; copies of one text count once.", not_null=True
)
SOURCE_COUNT = Column(
    "source_count",
    "INTEGER",
    "Independent sources: a credited wire counts once, however many outlets carry it. Not additive.",
    not_null=True,
)
ONLY_STATE_MEDIA = Column(
    "only_state_media",
    "BOOLEAN",
    "True where every source is owned by a state, a ruling party, a military or an agency or body of states, its own "
    "releases included; a copy on another site changes nothing.",
    not_null=True,
)
IS_SAMPLE_ONLY = Column("is_sample_only", "BOOLEAN", "True where only the bundled sample tells of it.", not_null=True)
FIRST_REPORTED = Column(
    "first_reported_date",
    "DATE",
    "First day on which an article told of it, copies of its text too; null where none bears a date.",
    references="core.dim_dates.date_key",
)

FACT_AGREEMENTS = Table(
    "core",
    "fact_agreements",
    "One row per agreement.",
    "Signed, planned or ended. An accession is one row per joiner. No date is filled in: an undated agreement has a "
    "null year. Count signed ones unless the question is another; an accession counts on instrument and joiner and is "
    "no bilateral document; an agreement of many parties is one document and many pairs.",
    ("agreement_id",),
    (
        Column("agreement_id", "VARCHAR", "Stable id: agr_ and a hash of its earliest claim."),
        Column(
            "agreement_type",
            "VARCHAR",
            "Kind of document.",
            not_null=True,
            values=(
                "mou",
                "contract",
                "framework",
                "joint_statement",
                "letter_of_intent",
                "accession",
                "agreement",
            ),
        ),
        Column("status", "VARCHAR", "Latest state told.", not_null=True, values=("signed", "planned", "ended")),
        Column(
            "signed_date",
            "DATE",
            "Day of signing; only where known to the day.",
            references="core.dim_dates.date_key",
        ),
        Column("signed_from", "DATE", "First day on which it can have been signed."),
        Column("signed_to", "DATE", "Last day on which it can have been signed."),
        Column("signed_year", "INTEGER", "Year of signing; null where not told."),
        Column(
            "signed_date_precision",
            "VARCHAR",
            "How exactly the day is known.",
            not_null=True,
            values=PRECISION,
        ),
        Column(
            "date_basis",
            "VARCHAR",
            "What the date rests on: stated, worked out from the day of publication, the dateline, or announced then.",
            values=BASIS,
        ),
        Column("planned_date", "DATE", "Day of signing that is or was expected; only where told to the day."),
        Column("planned_from", "DATE", "First day of the expected time of signing."),
        Column("planned_to", "DATE", "Last day of the expected time of signing."),
        Column("ended_date", "DATE", "Day on which it ended; only where told to the day."),
        Column("ended_from", "DATE", "First day on which it can have ended."),
        Column("ended_to", "DATE", "Last day on which it can have ended."),
        FIRST_REPORTED,
        Column(
            "instrument_id",
            "VARCHAR",
            "The standing agreement that is joined; of an accession only.",
            references="core.dim_instruments.instrument_id",
        ),
        Column("programme", "VARCHAR", "What it is about, as the article names it."),
        Column("title_as_worded", "VARCHAR", "Name of the document as worded."),
        Column("value_as_worded", "VARCHAR", "Its price or value as worded."),
        Column(
            "agreement_level",
            "VARCHAR",
            "Who signed: the one level of all parties whose level is known, or mixed.",
            not_null=True,
            values=("state", "agency", "company", "mixed", "unknown"),
        ),
        Column("party_count", "INTEGER", "Parties named.", not_null=True),
        ARTICLE_COUNT,
        SOURCE_COUNT,
        ONLY_STATE_MEDIA,
        IS_SAMPLE_ONLY,
        CONFIDENCE,
        QUALITY_SCORE,
        COUNTS_IN_TOTALS,
        EXCLUSION_REASON,
    ),
)

FACT_MEMBERSHIPS = Table(
    "core",
    "fact_memberships",
    "One row per instrument and party that joined it.",
    "Made from the accessions that were signed, and from those that ended one.",
    ("instrument_id", "party_code"),
    (
        Column("instrument_id", "VARCHAR", "What was joined.", references="core.dim_instruments.instrument_id"),
        Column("party_code", "VARCHAR", "Who joined.", references="core.dim_parties.party_code"),
        Column("role", "VARCHAR", "Joiner or lead.", not_null=True, values=("joiner", "lead")),
        Column("joined_date", "DATE", "Day of joining; only where known to the day."),
        Column("joined_from", "DATE", "First day on which it can have joined."),
        Column("joined_to", "DATE", "Last day on which it can have joined."),
        Column("joined_year", "INTEGER", "Year of joining; null where not told."),
        Column(
            "joined_date_precision",
            "VARCHAR",
            "How exactly the day is known.",
            not_null=True,
            values=PRECISION,
        ),
        Column("left_date", "DATE", "Day of leaving; only where told to the day."),
        Column("is_member", "BOOLEAN", "False once it has left.", not_null=True),
        Column(
            "agreement_id",
            "VARCHAR",
            "The accession that says so; null of the lead, which nobody says to have joined.",
            references="core.fact_agreements.agreement_id",
        ),
        SOURCE_COUNT,
        IS_SAMPLE_ONLY,
    ),
)

FACT_LAUNCHES = Table(
    "core",
    "fact_launches",
    "One row per orbital launch attempt, flown or planned.",
    "A planned or delayed flight and the flown one are the same row. Count flown ones unless the question is another.",
    ("launch_id",),
    (
        Column("launch_id", "VARCHAR", "Stable id: lch_ and a hash of its earliest claim."),
        Column(
            "status",
            "VARCHAR",
            "Outcome, or planned.",
            not_null=True,
            values=("success", "failure", "planned", "unknown"),
        ),
        Column("is_flown", "BOOLEAN", "True once it lifted off, whatever the outcome.", not_null=True),
        Column(
            "flown_date",
            "DATE",
            "Day of lift-off; only where known to the day.",
            references="core.dim_dates.date_key",
        ),
        Column("launch_from", "DATE", "First day on which it flew or is to fly."),
        Column("launch_to", "DATE", "Last day on which it flew or is to fly."),
        Column("launch_year", "INTEGER", "Year of flight, or the planned one; null where not told."),
        Column(
            "launch_date_precision",
            "VARCHAR",
            "How exactly the day is known.",
            not_null=True,
            values=PRECISION,
        ),
        Column("date_basis", "VARCHAR", "What the date rests on.", values=BASIS),
        Column(
            "planned_date_first",
            "DATE",
            "Earliest planned day that was told; only of plans to the day.",
        ),
        Column(
            "planned_date_latest",
            "DATE",
            "Planned day that was told last; only of plans to the day.",
        ),
        Column("slip_count", "INTEGER", "Times a later article told a later planned date.", not_null=True),
        Column(
            "is_overdue",
            "BOOLEAN",
            "True where it is still planned and its last planned day lies before the newest article's.",
            not_null=True,
        ),
        FIRST_REPORTED,
        Column("vehicle_id", "VARCHAR", "The rocket.", references="core.dim_vehicles.vehicle_id"),
        Column(
            "launch_site_id",
            "VARCHAR",
            "The launch centre.",
            references="core.dim_launch_sites.launch_site_id",
        ),
        Column(
            "provider_country_code",
            "VARCHAR",
            "Country that provides the launch: the vehicle's.",
            references="core.dim_countries.country_code",
        ),
        Column(
            "is_foreign_customer",
            "BOOLEAN",
            "True where the sovereign of a customer is not the provider's, and the customer is no body that the "
            "provider's state belongs to; null where provider or customers are unknown.",
        ),
        Column(
            "is_rideshare",
            "BOOLEAN",
            "True where several named payloads fly for customers of several codes; one that several own is none.",
            not_null=True,
        ),
        Column(
            "payload_count", "INTEGER", "Payloads named, as the bridge has them; a series counts as one.", not_null=True
        ),
        Column("customer_count", "INTEGER", "Customers named.", not_null=True),
        ARTICLE_COUNT,
        SOURCE_COUNT,
        IS_SAMPLE_ONLY,
        CONFIDENCE,
        QUALITY_SCORE,
        Column(
            "catalogue_id",
            "VARCHAR",
            "The same launch in a catalogue; null where none that is loaded lists it.",
            references="core.catalogue_launches.catalogue_id",
        ),
    ),
)

FACT_COOPERATIONS = Table(
    "core",
    "fact_cooperations",
    "One row per joint undertaking.",
    "Stated as done or under way, other than the signing of a document.",
    ("cooperation_id",),
    (
        Column("cooperation_id", "VARCHAR", "Stable id: coop_ and a hash of its earliest claim."),
        Column(
            "cooperation_type",
            "VARCHAR",
            "Kind of undertaking.",
            not_null=True,
            values=(
                "satellite_export",
                "launch_service",
                "joint_mission",
                "constellation",
                "data_sharing",
                "ground_station",
                "crew",
                "emergency_service",
            ),
        ),
        Column("subject", "VARCHAR", "Mission, satellite, station or programme, as named."),
        Column("programme", "VARCHAR", "The programme it belongs to, as named."),
        Column(
            "spacecraft_id",
            "VARCHAR",
            "The spacecraft that it is about; null for a relationship that names none.",
            references="core.dim_spacecraft.spacecraft_id",
        ),
        Column(
            "programme_id",
            "VARCHAR",
            "The programme that it is about, where its name is known.",
            references="core.dim_programmes.programme_id",
        ),
        Column("start_from", "DATE", "First day on which it can have begun."),
        Column("start_to", "DATE", "Last day on which it can have begun."),
        Column("start_year", "INTEGER", "Year in which it began; null where not told."),
        Column(
            "start_date_precision",
            "VARCHAR",
            "How exactly the day is known.",
            not_null=True,
            values=PRECISION,
        ),
        Column(
            "status",
            "VARCHAR",
            "What became of its craft, by the launches told: flown once one succeeded, else launch_planned, else lost. "
            "stated where no launch of it is told, or no craft is named: the undertaking is done or under way.",
            not_null=True,
            values=("stated", "launch_planned", "flown", "lost"),
        ),
        FIRST_REPORTED,
        Column("party_count", "INTEGER", "Parties named.", not_null=True),
        ARTICLE_COUNT,
        SOURCE_COUNT,
        ONLY_STATE_MEDIA,
        IS_SAMPLE_ONLY,
        CONFIDENCE,
        QUALITY_SCORE,
    ),
)

EVENTS = (
    FACT_AGREEMENTS,
    FACT_MEMBERSHIPS,
    FACT_LAUNCHES,
    FACT_COOPERATIONS,
)
"""In the order in which references allow them to be filled."""
