"""The closing words of a refresh: what the warehouse now holds, and where to look next.

Belongs here: a short table for a terminal. Does not belong here: any counting rule: the figures are read from the
published metrics.
"""

import sys
from typing import Any

from rich.console import Console
from rich.table import Table

from orchestration.settings import Settings
from warehouse import corrections
from warehouse.read import published
from warehouse.statements import statement

#: Corrections without effect that are told at the end of a refresh; `status` tells all.
_MOST_PROBLEMS = 5


def print_headline(settings: Settings, record: dict[str, Any]) -> None:
    """Print the headline metrics of the published warehouse and the path of the file."""
    with published(settings.home) as con:
        rows = con.execute(statement("read", "headline")).fetchall()
        problems = corrections.fared(con).problems
    table = Table(title=None, box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right", style="bold")
    table.add_column()
    for name, value in rows:
        table.add_row(f"{value:,}", name)
    console = Console(file=sys.stdout, highlight=False, width=max(80, min(120, Console().width)))
    console.print()
    console.print(table)
    console.print()
    for source, problem in record.get("failures", {}).items():
        console.print(f"Fault      {source}: {problem}", markup=False, soft_wrap=True)
    for problem in problems[:_MOST_PROBLEMS]:
        console.print(f"Override   {problem}", markup=False, soft_wrap=True)
    if len(problems) > _MOST_PROBLEMS:
        console.print(f"Override   {len(problems) - _MOST_PROBLEMS:,} more have no effect: spacepact status")
    number = record.get("published_number")
    console.print(f"Published  {f'version {number}' if number else 'nothing: the version that stands says the same'}")
    console.print(f"Warehouse  {settings.warehouse}", markup=False, soft_wrap=True)
    console.print(
        'Next       spacepact sql "from metrics.country_pairs limit 10" · spacepact status · spacepact ui',
        markup=False,
        soft_wrap=True,
    )
