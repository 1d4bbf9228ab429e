"""The bridges: who and what takes part in a fact.

Belongs here: declarations of the `bridge_` tables. Does not belong here: the facts themselves or the SQL.
"""

from warehouse.schema import Column, Table

AGREEMENT_ID = Column("agreement_id", "VARCHAR", "The agreement.", references="core.fact_agreements.agreement_id")
LAUNCH_ID = Column("launch_id", "VARCHAR", "The launch.", references="core.fact_launches.launch_id")
PARTY_CODE = Column("party_code", "VARCHAR", "The party.", references="core.dim_parties.party_code")

BRIDGE_AGREEMENT_PARTIES = Table(
    "core",
    "bridge_agreement_parties",
    "One row per agreement and party.",
    "Of an accession the party that joins and the one that leads; of a contract who supplies and who buys.",
    ("agreement_id", "party_code"),
    (
        AGREEMENT_ID,
        PARTY_CODE,
        Column(
            "role",
            "VARCHAR",
            "Part that it plays.",
            not_null=True,
            values=("signatory", "joiner", "lead", "supplier", "customer"),
        ),
        Column(
            "party_level",
            "VARCHAR",
            "Who signed for it: state, agency (also military, university, body), company, several of them, or unknown.",
            not_null=True,
            values=("state", "agency", "company", "mixed", "unknown"),
        ),
    ),
)

BRIDGE_AGREEMENT_ORGANIZATIONS = Table(
    "core",
    "bridge_agreement_organizations",
    "One row per agreement and organisation named in it.",
    "",
    ("agreement_id", "organization_id"),
    (
        AGREEMENT_ID,
        Column(
            "organization_id",
            "VARCHAR",
            "The organisation.",
            references="core.dim_organizations.organization_id",
        ),
    ),
)

BRIDGE_AGREEMENT_PROGRAMMES = Table(
    "core",
    "bridge_agreement_programmes",
    "One row per agreement and programme it is about.",
    "Only where the name of the programme is known; fact_agreements.programme holds it as worded.",
    ("agreement_id", "programme_id"),
    (
        AGREEMENT_ID,
        Column("programme_id", "VARCHAR", "The programme.", references="core.dim_programmes.programme_id"),
    ),
)

BRIDGE_LAUNCH_PAYLOADS = Table(
    "core",
    "bridge_launch_payloads",
    "One row per launch and spacecraft aboard.",
    "A batch is one row, its series.",
    ("launch_id", "spacecraft_id"),
    (
        LAUNCH_ID,
        Column("spacecraft_id", "VARCHAR", "The spacecraft.", references="core.dim_spacecraft.spacecraft_id"),
        Column(
            "customer_code",
            "VARCHAR",
            "The party it flies for: its owner, or the only customer of the launch; null where not known.",
            references="core.dim_parties.party_code",
        ),
        Column(
            "organization_id",
            "VARCHAR",
            "Its operator, where known.",
            references="core.dim_organizations.organization_id",
        ),
    ),
)

BRIDGE_LAUNCH_CUSTOMERS = Table(
    "core",
    "bridge_launch_customers",
    "One row per launch and party whose payload it carries.",
    "Crew and hosted instruments make no customer.",
    ("launch_id", "party_code"),
    (
        LAUNCH_ID,
        PARTY_CODE,
        Column(
            "is_foreign",
            "BOOLEAN",
            "True where its sovereign is not the provider's and it is no body that the provider's state belongs to; "
            "null where the provider is unknown.",
        ),
    ),
)

BRIDGE_COOPERATION_PARTIES = Table(
    "core",
    "bridge_cooperation_parties",
    "One row per undertaking and party.",
    "",
    ("cooperation_id", "party_code"),
    (
        Column(
            "cooperation_id",
            "VARCHAR",
            "The undertaking.",
            references="core.fact_cooperations.cooperation_id",
        ),
        PARTY_CODE,
        Column(
            "role",
            "VARCHAR",
            "Part that it plays.",
            not_null=True,
            values=("supplier", "customer", "partner", "lead"),
        ),
    ),
)

BRIDGES = (
    BRIDGE_AGREEMENT_PARTIES,
    BRIDGE_AGREEMENT_ORGANIZATIONS,
    BRIDGE_AGREEMENT_PROGRAMMES,
    BRIDGE_LAUNCH_PAYLOADS,
    BRIDGE_LAUNCH_CUSTOMERS,
    BRIDGE_COOPERATION_PARTIES,
)
