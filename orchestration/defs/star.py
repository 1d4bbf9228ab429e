"""Assets and checks of the published schema `core`: dimensions, facts, bridges, evidence.

Belongs here: the asset function and the checks' function. Does not belong here: the tables (`warehouse.tables`) or
the stages (`orchestration.publishing`).
"""

from collections.abc import Iterator

import dagster as dg

from orchestration import publishing
from orchestration.defs.resources import Home
from orchestration.materialize import check_result, check_spec, table_metadata
from orchestration.specs import asset_key, table_spec
from warehouse.build import reads
from warehouse.checks import all_checks
from warehouse.schema import Table
from warehouse.tables import CORE_TABLES, HISTORY_TABLES
from warehouse.tables.dimensions import DIM_DATES
from warehouse.tables.history import HISTORIES
from warehouse.tables.store import ARTICLE_VERSIONS, RESOLVED_FACTS

CHECKS = tuple(check for check in all_checks() if check.table.startswith("core."))

_FACTS = [asset_key(history.fact) for history in HISTORIES]


def _group(table: Table) -> str:
    """The layer: dimensions come before the facts; the calendar, which spans their days, after."""
    return "dimensions" if table.name.startswith("dim_") and table is not DIM_DATES else "star"


def _deps(table: Table) -> list[dg.AssetKey]:
    """The tables that its SQL reads; one that reads the store alone follows the facts or the articles."""
    below = [dg.AssetKey(["core", name]) for name in sorted(reads(table))]
    store = ARTICLE_VERSIONS if table.name in ("dim_articles", "dim_sources") else RESOLVED_FACTS
    return [*below, asset_key(store)]


@dg.multi_asset(
    name="fill_star",
    specs=[
        *(table_spec(table, _group(table), _deps(table)) for table in CORE_TABLES),
        *(table_spec(table, "history", _FACTS) for table in HISTORY_TABLES),
    ],
    pool="warehouse",
)
def fill_star(home: Home) -> Iterator[dg.MaterializeResult[None]]:
    """Fill the star schema of the next version from the facts and the lexicons, and what was held before."""
    for table, con in publishing.fill_star(home.settings, home.record, everything=home.force or home.rebuild):
        yield dg.MaterializeResult(asset_key=asset_key(table), metadata=table_metadata(con, table))


@dg.multi_asset_check(name="check_star", specs=[check_spec(check) for check in CHECKS], pool="warehouse")
def check_star(home: Home) -> Iterator[dg.AssetCheckResult]:
    """Structure of every core table, and what must hold of their rows."""
    for result in publishing.run_checks(home.settings, home.record, CHECKS):
        yield check_result(result)
