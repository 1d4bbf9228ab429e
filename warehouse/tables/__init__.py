"""All table declarations, in the order in which references allow the tables to be filled and dropped.

Belongs here: the lists of tables by schema. Does not belong here: any declaration.
"""

from warehouse.schema import Table
from warehouse.tables.bridges import BRIDGES
from warehouse.tables.catalogue_store import CATALOGUE_STORE_TABLES
from warehouse.tables.catalogues import BRIDGE_LAUNCH_CATALOGUES, CATALOGUE_TABLES
from warehouse.tables.claims import CLAIM_TABLES
from warehouse.tables.curation import CORE_OVERRIDES, CURATION_TABLES
from warehouse.tables.dimensions import DIM_DATES, DIMENSIONS
from warehouse.tables.facts import EVENTS
from warehouse.tables.history import HISTORY_TABLES
from warehouse.tables.ingest import INGEST_TABLES
from warehouse.tables.metrics import METRICS
from warehouse.tables.quality import FACT_QUALITY
from warehouse.tables.relations import RELATIONS
from warehouse.tables.reported import BRIDGE_AGREEMENT_REPORTS
from warehouse.tables.reports import FACT_EVIDENCE, FACT_REPORTED_TOTALS, REPORTS
from warehouse.tables.store import STORE_TABLES as READ_AND_RESOLVED

FACTS: tuple[Table, ...] = (*EVENTS, *REPORTS)
CORE_TABLES: tuple[Table, ...] = (
    *DIMENSIONS,
    *CATALOGUE_TABLES,
    *CLAIM_TABLES,
    FACT_EVIDENCE,
    FACT_QUALITY,
    *EVENTS,
    FACT_REPORTED_TOTALS,
    *BRIDGES,
    BRIDGE_LAUNCH_CATALOGUES,
    BRIDGE_AGREEMENT_REPORTS,
    *RELATIONS,
    CORE_OVERRIDES,
    DIM_DATES,
)
METRICS_TABLES: tuple[Table, ...] = METRICS
STORE_TABLES: tuple[Table, ...] = (
    *READ_AND_RESOLVED,
    *CURATION_TABLES,
    *INGEST_TABLES,
    *CATALOGUE_STORE_TABLES,
)

__all__ = ["CORE_TABLES", "FACTS", "HISTORY_TABLES", "METRICS_TABLES", "STORE_TABLES"]
