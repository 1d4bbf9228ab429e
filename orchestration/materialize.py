"""What Dagster is told of a table that was just filled: rows, a preview, the numbers of the run, failed checks.

Belongs here: turning results into Dagster's records. Does not belong here: filling or checking anything.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import dagster as dg

from orchestration.specs import PREVIEW_ROWS, asset_key, markdown_table, row_metadata
from warehouse.build import preview, row_count
from warehouse.checks import Check, CheckResult
from warehouse.connect import Connection
from warehouse.schema import Table
from warehouse.store import reading_store


def store_results(
    store: Path, tables: Iterable[Table], counts: Mapping[str, Any]
) -> Iterator[dg.MaterializeResult[None]]:
    """The result of each table of the store, all with the numbers of the run so far."""
    with reading_store(store) as con:
        for table in tables:
            yield dg.MaterializeResult(
                asset_key=asset_key(table), metadata=table_metadata(con, table) | plain_metadata(counts)
            )


def table_metadata(con: Connection, table: Table) -> dict[str, Any]:
    """Row count and preview of a filled table."""
    columns, rows = preview(con, table, PREVIEW_ROWS)
    return row_metadata(columns, rows, row_count(con, table))


def plain_metadata(counts: Mapping[str, Any]) -> dict[str, Any]:
    """Numbers and lines as Dagster shows them."""
    return {name: value if isinstance(value, int | float) else str(value) for name, value in counts.items()}


def check_spec(check: Check) -> dg.AssetCheckSpec:
    """The declaration of a check, on the asset of its table."""
    return dg.AssetCheckSpec(
        check.name,
        asset=dg.AssetKey(check.table.split(".")),
        description=check.description,
        blocking=check.is_blocking,
    )


def check_result(result: CheckResult) -> dg.AssetCheckResult:
    """The outcome with the rows at fault and the query that finds them."""
    check = result.check
    metadata: dict[str, Any] = {"bad_rows": result.count, "query": dg.MetadataValue.md(f"```sql\n{result.sql}\n```")}
    if result.sample:
        metadata["sample"] = dg.MetadataValue.md(markdown_table(result.columns, result.sample))
        metadata["sample_json"] = dg.MetadataValue.json(json.loads(json.dumps(result.sample, default=str)))
    return dg.AssetCheckResult(
        check_name=check.name,
        asset_key=dg.AssetKey(check.table.split(".")),
        passed=result.passed,
        severity=dg.AssetCheckSeverity.ERROR if check.severity == "error" else dg.AssetCheckSeverity.WARN,
        description=_outcome(result),
        metadata=metadata,
    )


def _outcome(result: CheckResult) -> str:
    """The count and the first rows, which the page shows without a click."""
    if result.passed:
        return "no row at fault"
    return f"{result.count:,} row{'' if result.count == 1 else 's'} at fault, such as: {result.example}"
