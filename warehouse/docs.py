"""docs/tables.md, made from the declarations.

Belongs here: the text of that page. Does not belong here: any description (the declarations hold them). To write the
page: `python -m warehouse.docs docs/tables.md`.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from warehouse.schema import Column, Table
from warehouse.tables import CORE_TABLES, HISTORY_TABLES, STORE_TABLES
from warehouse.tables.metrics import METRICS

_HEAD = """# Tables

Made from the declarations in `warehouse/tables/`, which also give the tables their comments; a test keeps it current.
To write it anew: `python -m warehouse.docs docs/tables.md`. Days are `DATE`, times `TIMESTAMP` in UTC. A partial date
is a pair `…_from`, `…_to` with its precision.
"""

_PARTS: tuple[tuple[str, str, Sequence[Table]], ...] = (
    ("Schema `core`", "The star: dimensions, facts, bridges. Published.", CORE_TABLES),
    (
        "History, in schema `core`",
        "What the warehouse held, and when. Published; the writer keeps it in `state/history.duckdb`, which belongs "
        "into every back-up: unlike all else it cannot be made again.",
        HISTORY_TABLES,
    ),
    ("Schema `metrics`", "What the facts add up to. Published.", METRICS),
    (
        "The writer's store",
        "`state/store.duckdb`: articles, claims and facts before they are published. Not for readers.",
        STORE_TABLES,
    ),
)


def page() -> str:
    """The whole page."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _HEAD
    for title, words, tables in _PARTS:
        yield f"## {title}\n\n{words}\n"
        for table in sorted(tables, key=lambda table: table.name):
            yield f"### {table.name}\n\n{table.comment} Key: {', '.join(f'`{name}`' for name in table.key)}.\n"
            yield "| column | type | meaning |\n| --- | --- | --- |"
            yield from (_line(column) for column in table.columns)
            yield ""


def _line(column: Column) -> str:
    words = [column.description.replace("|", "\\|")]
    if column.values:
        words.append(f"One of {', '.join(f'`{value}`' for value in column.values)}.")
    if column.references:
        words.append(f"In `{column.references.removeprefix('core.').removeprefix('main.')}`.")
    return f"| `{column.name}` | {column.type} | {' '.join(words)} |"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
