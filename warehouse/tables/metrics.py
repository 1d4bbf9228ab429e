"""The metrics of events: what the facts add up to, and how; and the list of all metrics.

Belongs here: declarations of the tables of schema `metrics` and of what each of their columns counts. Does not belong
here: the SQL that fills them (`warehouse/sql/metrics/`, one file a table) or running it (`warehouse/metrics.py`).
"""

from warehouse.schema import Column, Table
from warehouse.tables.changes import CHANGES
from warehouse.tables.counting import (
    A_DOCUMENT_HAS_PARTIES,
    ACCEDED,
    EXPORTED,
    FLOWN,
    LEFT_OUT,
    PARTNERS_RECUR,
    PLANNED,
    SIGNED,
    party_column,
    year_column,
)
from warehouse.tables.coverage import (
    DEFINITIONS,
    PUBLISHED_VERSION,
    REFRESH_LOG,
    REPORTED,
    REPORTED_VS_ITEMISED,
    SOURCE_COVERAGE,
)
from warehouse.tables.faults import CHECK_RESULTS, REJECTS
from warehouse.tables.measure import REFRESHED_AT, count, detail, flag
from warehouse.tables.partners import COUNTRY_ENGAGEMENT, COUNTRY_PAIRS
from warehouse.tables.precision import PRECISION_TABLES
from warehouse.tables.review import REVIEW_QUEUE
from warehouse.tables.source_health import SOURCE_STATES

AGREEMENTS_BY_YEAR = Table(
    "metrics",
    "agreements_by_year",
    "One row per year, type and level of signed agreements.",
    "documents = bilateral + multilateral; accessions are no documents of two.",
    ("year", "agreement_type", "agreement_level"),
    (
        year_column("Year of signing"),
        Column("agreement_type", "VARCHAR", "Type of agreement."),
        Column(
            "agreement_level",
            "VARCHAR",
            "Level at which it was signed: state, agency, company, mixed, unknown.",
        ),
        count("documents", "Documents of two or more parties; one of many parties is one document.", SIGNED),
        count("bilateral", "Documents of two parties.", SIGNED),
        count("multilateral", "Documents of more than two parties.", SIGNED),
        count("accessions", "Parties that joined a standing instrument.", ACCEDED),
        count(
            "excluded",
            "Signed documents that the others leave out: pledges, umbrellas of counted ones, and undated tellings that "
            "may repeat one; fact_agreements.exclusion_reason says which.",
            LEFT_OUT,
        ),
        count(
            "single_source",
            "Of the documents and accessions, those that one independent source tells.",
            SIGNED,
        ),
        count("only_state_media", "Of the documents and accessions, those that state media alone tell.", SIGNED),
        REFRESHED_AT,
    ),
    nullable_key=("year",),
)

AGREEMENTS_BY_PARTY_YEAR = Table(
    "metrics",
    "agreements_by_party_year",
    "One row per party and year of its agreements.",
    "Codes are literal: a dependency or a former state is a party of its own.",
    ("party_code", "year"),
    (
        party_column("party_code", "The party."),
        year_column("Year of signing, of the planned signing, or of the end"),
        count("documents", "Documents that it signed.", SIGNED, A_DOCUMENT_HAS_PARTIES),
        count("accessions", "Instruments that it joined.", ACCEDED),
        count("distinct_partners", "Other parties to those documents.", SIGNED, PARTNERS_RECUR),
        count("planned", "Agreements still planned.", PLANNED, A_DOCUMENT_HAS_PARTIES),
        count(
            "ended",
            "Agreements that ended, by the year of the end.",
            "Ended agreements",
            A_DOCUMENT_HAS_PARTIES,
        ),
        REFRESHED_AT,
    ),
    nullable_key=("year",),
)

MEMBERSHIPS = Table(
    "metrics",
    "memberships",
    "One row per standing instrument and party to it.",
    "",
    ("instrument_id", "party_code"),
    (
        Column("instrument_id", "VARCHAR", "The instrument.", references="core.dim_instruments.instrument_id"),
        party_column("party_code", "The party that joined, founded or leads it."),
        detail("joined_date", "DATE", "Day on which it joined; null unless known to the day.", ACCEDED),
        detail("left_date", "DATE", "Day on which it left; null while it has not.", ACCEDED),
        detail(
            "ordinal_itemised",
            "BIGINT",
            "Its place in the order of joining as the warehouse knows it, equal for equal days; null without a day.",
            ACCEDED,
        ),
        detail(
            "ordinal_claimed",
            "BIGINT",
            "The place that an article claims ('the 25th country to sign'); the smallest where articles differ.",
            REPORTED,
        ),
        REFRESHED_AT,
    ),
)

LAUNCHES_BY_YEAR = Table(
    "metrics",
    "launches_by_year",
    "One row per year, provider and vehicle family of launches.",
    "flown = success + failure + outcome_unknown.",
    ("year", "provider_country_code", "vehicle_family"),
    (
        year_column("Year of lift-off; of a planned launch the year it is planned for"),
        Column(
            "provider_country_code",
            "VARCHAR",
            "Country that provides the launch; null where not known.",
            references="core.dim_countries.country_code",
        ),
        Column("vehicle_family", "VARCHAR", "Family of the rocket; null where not known."),
        count("flown", "Orbital launch attempts that took place.", FLOWN),
        count("success", "Of the flown, successes.", FLOWN),
        count("failure", "Of the flown, failures, partial ones included.", FLOWN),
        count("outcome_unknown", "Of the flown, those of unknown or disputed outcome.", FLOWN),
        count("foreign_customer", "Of the flown, those with a foreign customer.", FLOWN),
        count("planned_open", "Launches still planned, overdue ones included.", "Planned launches"),
        count("overdue", "Of the planned, those whose planned date has passed unreported.", "Planned launches"),
        REFRESHED_AT,
    ),
    nullable_key=("year", "provider_country_code", "vehicle_family"),
)

LAUNCH_CUSTOMERS = Table(
    "metrics",
    "launch_customers",
    "One row per customer, provider and year of launches that flew.",
    "A customer is foreign if its sovereign is not the provider's and it is no body that the provider belongs to.",
    ("customer_code", "provider_country_code", "year"),
    (
        party_column("customer_code", "Owner or operator of a payload."),
        Column(
            "provider_country_code",
            "VARCHAR",
            "Country that provides the launch; null where not known.",
            references="core.dim_countries.country_code",
        ),
        year_column("Year of lift-off"),
        flag("is_foreign", "Whether the customer was foreign to the provider in a launch of the year.", FLOWN),
        count("launches", "Launches for the customer.", FLOWN, "a launch is in a row for each of its customers"),
        detail("first_date", "DATE", "First of them known to the day.", FLOWN),
        detail("last_date", "DATE", "Last of them known to the day.", FLOWN),
        REFRESHED_AT,
    ),
    nullable_key=("provider_country_code", "year"),
)

SATELLITE_EXPORTS = Table(
    "metrics",
    "satellite_exports",
    "One row per supplier, buyer and spacecraft; an unnamed spacecraft is null.",
    "One line a satellite, whichever facts tell of it: the undertaking, the contract that names it, the launch that "
    "carried it for the buyer.",
    ("supplier_code", "buyer_code", "spacecraft_id"),
    (
        party_column("supplier_code", "The party that builds or sells it."),
        party_column("buyer_code", "The party that buys it."),
        Column(
            "spacecraft_id",
            "VARCHAR",
            "The satellite; null where no article names it.",
            references="core.dim_spacecraft.spacecraft_id",
        ),
        detail(
            "agreement_id",
            "VARCHAR",
            "The contract, the earliest of several.",
            EXPORTED,
            "core.fact_agreements.agreement_id",
        ),
        detail(
            "launch_id",
            "VARCHAR",
            "The launch that carried it: a success before a failure, a flown before a planned one, then the first.",
            EXPORTED,
            "core.fact_launches.launch_id",
        ),
        detail(
            "cooperation_id",
            "VARCHAR",
            "The undertaking, the earliest reported of several.",
            EXPORTED,
            "core.fact_cooperations.cooperation_id",
        ),
        detail("contract_year", "INTEGER", "Year in which the contract was signed, where known.", EXPORTED),
        detail("delivered_date", "DATE", "Day of the launch that delivered it to orbit, where known.", EXPORTED),
        flag(
            "counts_in_totals",
            "False for an unnamed satellite beside named ones of the same supplier and buyer: it may be one of them.",
            EXPORTED,
        ),
        REFRESHED_AT,
    ),
    nullable_key=("spacecraft_id",),
)

METRICS = (
    PUBLISHED_VERSION,
    AGREEMENTS_BY_YEAR,
    AGREEMENTS_BY_PARTY_YEAR,
    MEMBERSHIPS,
    LAUNCHES_BY_YEAR,
    LAUNCH_CUSTOMERS,
    SATELLITE_EXPORTS,
    COUNTRY_PAIRS,
    COUNTRY_ENGAGEMENT,
    REPORTED_VS_ITEMISED,
    SOURCE_COVERAGE,
    *PRECISION_TABLES,
    REVIEW_QUEUE,
    CHANGES,
    SOURCE_STATES,
    REJECTS,
    DEFINITIONS,
    CHECK_RESULTS,
    REFRESH_LOG,
)
"""In the order in which readers are shown them: every metric reads `published_version`, some read other metrics."""

__all__ = ["DEFINITIONS", "METRICS", "PUBLISHED_VERSION"]
