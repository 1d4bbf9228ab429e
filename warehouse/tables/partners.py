"""The metrics of who works with whom.

Belongs here: declarations of `metrics.country_pairs` and `metrics.country_engagement`. Does not belong here: events by
year or party (`metrics`) or the SQL that fills them (`warehouse/sql/metrics/`).
"""

from warehouse.schema import Table
from warehouse.tables.counting import (
    A_DOCUMENT_HAS_PARTIES,
    ACCEDED,
    AN_EVENT_HAS_SIDES,
    EXPORTED,
    FLOWN,
    PARTNERS_RECUR,
    SIGNED,
    TOLD,
    party_column,
)
from warehouse.tables.measure import REFRESHED_AT, count, detail

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
