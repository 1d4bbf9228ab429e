"""Asset specs derived from the table declarations: one asset a table, named as the table and its SQL file.

Belongs here: what Dagster shows of a table (description, columns, dependencies, row counts, a preview). Does not
belong here: the declarations (`warehouse.tables`) or the asset functions (`defs/`).
"""

from collections.abc import Iterable, Sequence
from typing import Any

import dagster as dg

from warehouse.schema import Table

OWNERS = ("team:spacepact",)
PREVIEW_ROWS = 5
_CELL = 60
#: What Markdown or HTML would obey, as entities; an underscore within an id obeys nothing and stays to be copied.
_ESCAPED = {ord(character): f"&#{ord(character)};" for character in "\\`*[]<>|&"}


def asset_key(table: Table) -> dg.AssetKey:
    """Schema and name, as in SQL; a table of the writer's store stands under `store`."""
    return dg.AssetKey(["store" if table.schema == "main" else table.schema, table.name])


def table_spec(table: Table, group: str, deps: Iterable[dg.AssetKey] = (), **more: Any) -> dg.AssetSpec:
    """The asset of a declared table.

    Args:
        table: its declaration; the comment's first sentence is the grain.
        group: the layer.
        deps: keys of the assets that its SQL reads.
        more: further arguments of `AssetSpec`.
    """
    return dg.AssetSpec(
        asset_key(table),
        deps=sorted(set(deps) - {asset_key(table)}),
        description=table.comment,
        group_name=group,
        owners=OWNERS,
        kinds={"duckdb", "view" if table.is_view else "table"},
        metadata={"dagster/column_schema": column_schema(table), "dagster/table_name": table.qualified},
        skippable=True,
        **more,
    )


def column_schema(table: Table) -> dg.TableSchema:
    """The columns with their types and meanings, as Dagster shows them."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                column.name,
                column.type,
                column.description,
                constraints=dg.TableColumnConstraints(nullable=not table.is_required(column)),
            )
            for column in table.columns
        ]
    )


def row_metadata(columns: Sequence[str], rows: Sequence[Sequence[Any]], count: int) -> dict[str, Any]:
    """Row count and a preview of the first rows."""
    metadata: dict[str, Any] = {"dagster/row_count": count}
    if rows:
        metadata["preview"] = dg.MetadataValue.md(markdown_table(columns, rows))
    return metadata


def markdown_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Rows as a Markdown table; what the cells hold comes from outside and is escaped and cut."""
    lines = [" | ".join(columns), " | ".join("---" for _ in columns)]
    lines += [" | ".join(_cell(value) for value in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


def _cell(value: Any) -> str:
    text = "" if value is None else " ".join(str(value).split())
    if len(text) > _CELL:
        text = text[: _CELL - 1] + "…"
    return text.translate(_ESCAPED)
