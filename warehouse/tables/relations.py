"""How facts stand to each other: agreements among themselves, and facts of different kinds about one thing.

Belongs here: declarations of these bridges. Does not belong here: who takes part in a fact (`bridges`) or the SQL.
"""

from warehouse.schema import Column, Table

FACT_KINDS = ("agreement", "launch", "cooperation")

BRIDGE_AGREEMENT_RELATIONS = Table(
    "core",
    "bridge_agreement_relations",
    "One row per two agreements and way in which the one stands to the other.",
    "Read it as a sentence: from_id renews to_id. What is told of an earlier document that is not among the facts, or "
    "of one that several could be, makes no row.",
    ("from_id", "to_id", "relation"),
    (
        Column("from_id", "VARCHAR", "The agreement that stands so.", references="core.fact_agreements.agreement_id"),
        Column("to_id", "VARCHAR", "The other agreement.", references="core.fact_agreements.agreement_id"),
        Column(
            "relation",
            "VARCHAR",
            "umbrella_of: a framework signed on the same day as what it covers. implements: carries out, supplements "
            "or amends an earlier one. renews, supersedes: in its place from its signing on. ends: tells of its end.",
            values=("umbrella_of", "implements", "renews", "supersedes", "ends"),
        ),
        Column("claim_id", "VARCHAR", "The claim whose words tell it; null where type and day do."),
    ),
)

BRIDGE_FACT_LINKS = Table(
    "core",
    "bridge_fact_links",
    "One row per two facts of different kinds and spacecraft that both are about.",
    "A contract, its export and the launch that delivers it are one affair: follow the links and count it "
    "once. A series, told under one name, links only where no other fact could be meant.",
    ("from_type", "from_id", "to_type", "to_id", "relation", "spacecraft_id"),
    (
        Column("from_type", "VARCHAR", "Kind of the fact that stands so.", values=FACT_KINDS),
        Column("from_id", "VARCHAR", "The fact."),
        Column("to_type", "VARCHAR", "Kind of the other fact.", values=FACT_KINDS),
        Column("to_id", "VARCHAR", "The other fact."),
        Column(
            "relation",
            "VARCHAR",
            "contract_of: the agreement is the contract of the undertaking. delivers: the launch carries what is "
            "exported. launches: the launch carries what the agreement or undertaking is about.",
            values=("contract_of", "delivers", "launches"),
        ),
        Column("spacecraft_id", "VARCHAR", "What both are about.", references="core.dim_spacecraft.spacecraft_id"),
    ),
)

RELATIONS = (BRIDGE_AGREEMENT_RELATIONS, BRIDGE_FACT_LINKS)
