"""Columns that many dimensions share.

Belongs here: their declarations. Does not belong here: any table.
"""

from warehouse.schema import Column

PROVISIONAL = Column(
    "is_provisional",
    "BOOLEAN",
    "True where the name was met in an article and is not in the lexicons yet.",
    not_null=True,
)

VALID_FROM = Column("valid_from", "DATE", "First day that it existed, where known; the year's first day if only that.")
VALID_TO = Column("valid_to", "DATE", "Last day that it existed; null while it does; the year's last day if only that.")
