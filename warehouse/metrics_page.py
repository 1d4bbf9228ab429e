"""docs/metrics.md, made from the declarations, the macros' comments and the checks' headers.

Belongs here: the text of that page. Does not belong here: any definition of a metric (the declarations hold them). To
write the page: `python -m warehouse.metrics_page docs/metrics.md`.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from warehouse.checks import Check, value_checks
from warehouse.metrics import COUNTED, MACROS
from warehouse.schema import Table
from warehouse.statements import statement
from warehouse.tables.measure import Measure, measures
from warehouse.tables.metrics import METRICS

_HEAD = """# Metrics

Made from the declarations in `warehouse/tables/` (`metrics.py`, `coverage.py`) and the SQL; a test keeps it current. To
write it anew: `python -m warehouse.metrics_page docs/metrics.md`. In the warehouse the same words are the comments of
the columns and the table `metrics.definitions`.

## What counts

- **Signed or flown.** An agreement counts once it was signed, even if it has ended since; one that was given up before
  never counts. A launch counts once it lifted off, whatever its outcome. What is planned has columns of its own.
- **An accession** counts on instrument and joiner, once, whoever led it and however often it is told. It is no document
  of two parties.
- **A document of many parties** is one document, and one pair for every two of them.
- **No date is filled in.** What has no year is a row whose year is null: never dropped, never on 1 January. Where a day
  is asked for, only what is known to the day has one.
- **A foreign customer** is a customer whose sovereign is not the provider's and that is no body which the provider's
  state belongs to: Hong Kong is not foreign to China, nor ESA to France.
- **Codes are literal.** The Soviet Union and Russia are two parties; `core.dim_parties` holds sovereign and successor
  for those who would join them.
- **A satellite** is one export, whether the undertaking, the contract or both tell of it; its launch delivers it.
- **Our own precision**: while a catalogue of launches is loaded, each launch that flew on a known day within its span
  is judged by it, and `launch_precision` tells the share that agrees; `docs/catalogues.md` tells how two launches are
  found to be the same.
- **Facts of the bundled sample alone** leave the metrics as soon as one real source is configured
  (`metrics.published_version.has_real_source`).

These rules are written once, in five views that every metric reads.
"""
_COMMENT = re.compile(r"^comment on (?:view|macro table) [\w.]+ is\n'((?:[^']|'')*)';", re.MULTILINE)


def page() -> str:
    """The whole page."""
    return "\n".join(_lines())


def comment(folder: str, name: str) -> str:
    """The comment that a view's or macro's SQL file gives it."""
    found = _COMMENT.search(statement(folder, name))
    if found is None:
        raise ValueError(f"sql/{folder}/{name}.sql has no comment on what it makes; add one at its end")
    return found[1].replace("''", "'")


def _lines() -> Iterator[str]:
    yield _HEAD
    yield from (f"- `metrics.{name}`: {comment('metrics', name)}" for name in COUNTED)
    yield "\n## Tables\n"
    for table in sorted((t for t in METRICS if measures(t)), key=lambda t: t.name):
        yield from _table_lines(table)
    yield (
        "## Macros\n\nThey can be called without a schema. "
        "Where the file is attached under another name, `use` it first.\n"
    )
    yield from (f"- **{name}**: {comment('macros', name)}" for name in MACROS)
    yield (
        "\n## Checks\n\nEach returns the rows at fault. Beside these, every table is checked against its declaration. "
        "A blocking one holds back the publish; no article can cause it to fail.\n"
    )
    yield "| check | of | if it fails | what must hold |\n| --- | --- | --- | --- |"
    yield from (_check_line(check) for check in value_checks())
    yield ""


def _table_lines(table: Table) -> Iterator[str]:
    yield f"### {table.name}\n\n{table.comment} Key: {', '.join(f'`{name}`' for name in table.key)}.\n"
    yield "| column | meaning | counts | adds up |\n| --- | --- | --- | --- |"
    yield from (_measure_line(measure) for measure in measures(table))
    yield ""


def _measure_line(measure: Measure) -> str:
    adds_up = "yes" if measure.is_additive else "no"
    return f"| `{measure.name}` | {measure.meaning} | {measure.default_filter} | {adds_up} |"


def _check_line(check: Check) -> str:
    outcome = "blocks" if check.is_blocking else check.severity
    return f"| `{check.name}` | `{check.table}` | {outcome} | {check.description} |"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
