"""Assets and checks of the published schema `metrics`.

Belongs here: the asset function and the checks' function. Does not belong here: the tables (`warehouse.tables`) or
the stages (`orchestration.publishing`).
"""

from collections.abc import Iterator

import dagster as dg

from orchestration import publishing
from orchestration.defs.resources import Home
from orchestration.materialize import check_result, check_spec, table_metadata
from orchestration.specs import asset_key, table_spec
from warehouse.checks import all_checks
from warehouse.metrics import COUNTED, TELLINGS
from warehouse.schema import Table
from warehouse.statements import statement, tables_read
from warehouse.tables import CORE_TABLES, HISTORY_TABLES, METRICS_TABLES
from warehouse.tables.metrics import DEFINITIONS, PUBLISHED_VERSION

CHECKS = tuple(check for check in all_checks() if check.table.startswith("metrics."))
_CORE = {table.name for table in (*CORE_TABLES, *HISTORY_TABLES)}
_FACTS = [asset_key(table) for table in CORE_TABLES if table.name.startswith("fact_")]


def _deps(table: Table) -> list[dg.AssetKey]:
    """The core tables that its SQL reads, through what is made for several too; where none, all facts."""
    if table in (DEFINITIONS, PUBLISHED_VERSION):
        return _FACTS
    sql = statement("metrics", table.name)
    below = [statement("metrics", name) for name in COUNTED if name in sql]
    below += [statement("metrics", TELLINGS)] if f"shared.{TELLINGS}" in sql else []
    names = {name.removeprefix("core.") for text in (sql, *below) for name in tables_read(text)} & _CORE
    return [dg.AssetKey(["core", name]) for name in sorted(names)] or _FACTS


@dg.multi_asset(
    name="fill_metrics",
    specs=[table_spec(table, "metrics", _deps(table)) for table in METRICS_TABLES],
    pool="warehouse",
)
def fill_metrics(home: Home) -> Iterator[dg.MaterializeResult[None]]:
    """Compute the metrics of the next version from its own facts."""
    for table, con in publishing.fill_metrics(home.settings, home.record):
        yield dg.MaterializeResult(asset_key=asset_key(table), metadata=table_metadata(con, table))


@dg.multi_asset_check(name="check_metrics", specs=[check_spec(check) for check in CHECKS], pool="warehouse")
def check_metrics(home: Home) -> Iterator[dg.AssetCheckResult]:
    """Structure of every metrics table, and the identities that must hold between them and the facts."""
    for result in publishing.run_checks(home.settings, home.record, CHECKS):
        yield check_result(result)
