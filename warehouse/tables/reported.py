"""What articles had told by when.

Belongs here: the declaration of that table. Does not belong here: what this warehouse held by when (`history`).
"""

from warehouse.schema import Column, Table

BRIDGE_AGREEMENT_REPORTS = Table(
    "core",
    "bridge_agreement_reports",
    "One row per agreement and time during which articles had told the same of it.",
    "By publication, whenever the article was read here. agreements_reported_by(d) reads it; articles without a date "
    "are left out.",
    ("agreement_id", "reported_from"),
    (
        Column("agreement_id", "VARCHAR", "The agreement.", references="core.fact_agreements.agreement_id"),
        Column("reported_from", "DATE", "First day on which this had been told."),
        Column("reported_to", "DATE", "Day on which more was told, exclusive; null until now."),
        Column("status", "VARCHAR", "State told last by then.", not_null=True),
        Column("articles_by_then", "BIGINT", "Articles that had told of it.", not_null=True),
        Column("sources_by_then", "BIGINT", "Outlets, or wires behind them, that had told of it.", not_null=True),
        Column("party_codes", "VARCHAR[]", "Its parties, sorted."),
    ),
)
