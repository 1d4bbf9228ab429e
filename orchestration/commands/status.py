"""`spacepact status`: what the warehouse holds, how fresh it is, how its sources do, and what is wrong.

Belongs here: what is asked for, and gathering it. Does not belong here: the counts (`warehouse.read`,
`orchestration.run_record`), or how it is shown (`orchestration.status_page`).
"""

import json
from dataclasses import asdict
from typing import Any

import click

from orchestration import reject_list, source_list, status_page
from orchestration.printing import plain
from orchestration.run_record import read_log
from orchestration.settings import Settings
from orchestration.source_table import not_read_yet
from orchestration.status_page import Standing
from sources import settings as source_settings
from sources.errors import ConfigError
from warehouse import check_results
from warehouse.corrections import fared
from warehouse.read import published, status


@click.command("status")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.option("--rejects", "lists_rejects", is_flag=True, help="List what cannot be read at present, and why.")
@click.option("--source", help="With --rejects: of this source alone.")
@click.option(
    "--limit", default=50, show_default=True, type=click.IntRange(0), help="With --rejects: so many, 0 for all."
)
def command(as_json: bool, lists_rejects: bool, source: str | None, limit: int) -> None:
    """Show how fresh the warehouse is, how sources do, what checks and corrections say, and rows by table."""
    settings = Settings.from_environment()
    if lists_rejects or source:
        reject_list.show(settings, source, limit, as_json=as_json)
        return
    standing = _standing(settings)
    if as_json:
        print(json.dumps(_told(standing), default=plain))
        return
    status_page.show(standing)


def _standing(settings: Settings) -> Standing:
    """All that is shown."""
    found = status(settings.home)
    with published(settings.home) as con:
        corrected = fared(con)
        checked = check_results.held(con)
    log = read_log(settings.run_log)
    sources = {row.source_name: row for row in source_list.load(settings.source_list).values() if row.is_enabled}
    problem = ""
    try:
        for one in source_settings.load(settings.sources_file).source:
            if one.enabled and one.name not in sources:
                sources[one.name] = not_read_yet(one.name, one.kind)
    except ConfigError as error:
        problem = str(error)
    last: dict[str, Any] = log[-1] if log else {}
    rejects = reject_list.count(settings)
    return Standing(settings.home, found, last, list(sources.values()), problem, rejects, corrected, checked)


def _told(standing: Standing) -> dict[str, Any]:
    return {
        "home": str(standing.home),
        **standing.found._asdict(),
        "sources": list(map(asdict, standing.sources)),
        "sources_problem": standing.problem or None,
        "rejects": reject_list.by_reason(standing.rejects),
        "checks": {"ran": standing.checked.checks, "failed": [check._asdict() for check in standing.checked.failed]},
        "overrides": standing.corrected._asdict(),
        "last_refresh": standing.last,
    }
