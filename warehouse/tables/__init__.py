"""All table declarations, in the order in which references allow the tables to be filled and dropped.

Belongs here: the lists of tables by schema. Does not belong here: any declaration.
"""

from warehouse.schema import Table
from warehouse.tables.bridges import BRIDGES
from warehouse.tables.catalogue_store import CATALOGUE_STORE_TABLES
from warehouse.tables.catalogues import BRIDGE_LAUNCH_CATALOGUES, CATALOGUE_TABLES
from warehouse.tables.dimensions import DIM_DATES, DIMENSIONS
from warehouse.tables.facts import EVENTS
from warehouse.tables.ingest import INGEST_TABLES
from warehouse.tables.metrics import METRICS
from warehouse.tables.reports import REPORTS
from warehouse.tables.store import STORE_TABLES as KEPT_TABLES

FACTS: tuple[Table, ...] = (*EVENTS, *REPORTS)
CORE_TABLES: tuple[Table, ...] = (
    *DIMENSIONS,
    *CATALOGUE_TABLES,
    *FACTS,
    *BRIDGES,
    BRIDGE_LAUNCH_CATALOGUES,
    DIM_DATES,
)
METRICS_TABLES: tuple[Table, ...] = METRICS
STORE_TABLES: tuple[Table, ...] = (*KEPT_TABLES, *INGEST_TABLES, *CATALOGUE_STORE_TABLES)

__all__ = ["CORE_TABLES", "FACTS", "METRICS_TABLES", "STORE_TABLES"]
