"""All table declarations, in the order in which references allow the tables to be filled and dropped.

Belongs here: the lists of tables by schema. Does not belong here: any declaration.
"""

from warehouse.schema import Table
from warehouse.tables.bridges import BRIDGES
from warehouse.tables.dimensions import DIM_DATES, DIMENSIONS
from warehouse.tables.facts import EVENTS
from warehouse.tables.metrics import METRICS
from warehouse.tables.reports import REPORTS
from warehouse.tables.store import STORE_TABLES

FACTS: tuple[Table, ...] = (*EVENTS, *REPORTS)
CORE_TABLES: tuple[Table, ...] = (*DIMENSIONS, *FACTS, *BRIDGES, DIM_DATES)
METRICS_TABLES: tuple[Table, ...] = METRICS

__all__ = ["CORE_TABLES", "FACTS", "METRICS_TABLES", "STORE_TABLES"]
