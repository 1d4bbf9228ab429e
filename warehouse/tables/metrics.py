"""The metrics of events: what the facts add up to, and how; and the list of all metrics.

Belongs here: declarations of the tables of schema `metrics` and of what each of their columns counts. Does not belong
here: the SQL that fills them (`warehouse/sql/metrics/`, one file a table) or running it (`warehouse/metrics.py`).
"""

from warehouse.schema import Column, Table
from warehouse.tables.changes import CHANGES
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
from warehouse.tables.precision import PRECISION_TABLES
from warehouse.tables.review import REVIEW_QUEUE
from warehouse.tables.source_health import SOURCE_STATES

SIGNED = "Documents that count in totals: signed, even if ended since; accessions apart"
LEFT_OUT = "Signed documents that do not count in totals"
ACCEDED = "Signed accessions, once for an instrument and joiner"
FLOWN = "Launches that flew, whatever their outcome"
PLANNED = "Planned, not signed and not given up"
TOLD = "Undertakings stated as facts"
EXPORTED = "Satellites sold or contracted, each once whichever facts tell of it"

A_DOCUMENT_HAS_PARTIES = "a document is in a row for each of its parties"
AN_EVENT_HAS_SIDES = "an event is in a row for each of those that take part"
PARTNERS_RECUR = "the same partner recurs"


def year_column(meaning: str) -> Column:
    """The year of an event; null where no article tells it."""
    return Column("year", "INTEGER", f"{meaning}; null where it is not known: never filled in, never dropped.")


def party_column(name: str, meaning: str) -> Column:
    """A party's literal code."""
    return Column(name, "VARCHAR", meaning, references="core.dim_parties.party_code")


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

COUNTRY_PAIRS = Table(
    "metrics",
    "country_pairs",
    "One row per two parties, code_a before code_b, that share an agreement, instrument, undertaking or launch.",
    "",
    ("code_a", "code_b"),
    (
        party_column("code_a", "The first of the two codes in the alphabet."),
        party_column("code_b", "The second."),
        count("bilateral_documents", "Documents of these two alone.", SIGNED),
        count(
            "multilateral_cosigned",
            "Documents of more than two that both signed.",
            SIGNED,
            "a document of many parties is in many pairs",
        ),
        count(
            "shared_instruments",
            "Standing instruments to which both are parties and which neither has left.",
            ACCEDED,
            "an instrument of many parties is in many pairs",
        ),
        count(
            "cooperations",
            "Joint undertakings of both, satellite exports and launch services included.",
            TOLD,
            "an undertaking of many parties is in many pairs",
        ),
        count(
            "launches_a_for_b",
            "Launches by code_a for its foreign customer code_b.",
            FLOWN,
            AN_EVENT_HAS_SIDES,
        ),
        count(
            "launches_b_for_a",
            "Launches by code_b for its foreign customer code_a.",
            FLOWN,
            AN_EVENT_HAS_SIDES,
        ),
        count("exports_a_to_b", "Satellites supplied by code_a to code_b.", EXPORTED),
        count("exports_b_to_a", "Satellites supplied by code_b to code_a.", EXPORTED),
        detail("first_year", "INTEGER", "First known year of any of these.", "All of the row's events"),
        detail("last_year", "INTEGER", "Last known year of any of these.", "All of the row's events"),
        count(
            "independent_sources",
            "Independent sources that tell of any of them; a wire counts once however many outlets carry it.",
            "All of the row's events",
            "a source tells of many pairs",
        ),
        REFRESHED_AT,
    ),
)

COUNTRY_ENGAGEMENT = Table(
    "metrics",
    "country_engagement",
    "One row per party that takes part in a counted event.",
    "",
    ("party_code",),
    (
        party_column("party_code", "The party."),
        count(
            "partners",
            "Other parties with which it shares a document, an undertaking, a launch or an export.",
            "All events of country_pairs, shared instruments left out",
            PARTNERS_RECUR,
        ),
        count("documents", "Documents that it signed.", SIGNED, A_DOCUMENT_HAS_PARTIES),
        count("accessions", "Instruments that it joined.", ACCEDED),
        count("exports_out", "Satellites that it supplied.", EXPORTED),
        count("exports_in", "Satellites that it bought.", EXPORTED),
        count("launches_for_others", "Launches that it provided for a foreign customer.", FLOWN),
        count(
            "launches_by_others",
            "Launches that another provided for it as a foreign customer.",
            FLOWN,
            "a launch is in a row for each of its customers",
        ),
        count("joint_missions", "Joint missions in which it takes part.", TOLD, AN_EVENT_HAS_SIDES),
        detail(
            "undated_share",
            "DOUBLE",
            "Share, 0 to 1, of its documents, accessions and foreign launches whose year is not known.",
            "Documents, accessions and launches of the row",
            not_additive="it is a share",
        ),
        detail(
            "last_event_date",
            "DATE",
            "Day of the last of them that is known to the day.",
            "Documents, accessions and launches of the row",
        ),
        REFRESHED_AT,
    ),
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
"""In the order in which they are filled: every metric reads `published_version`, some read earlier metrics."""

__all__ = ["DEFINITIONS", "METRICS", "PUBLISHED_VERSION"]
