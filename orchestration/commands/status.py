"""`spacepact status`: what the warehouse holds, how fresh it is, and what could not be read.

Belongs here: printing. Does not belong here: the counts (`warehouse.read`, `orchestration.run_record`).
"""

import json
import sys

import click

from orchestration.printing import console, plain, print_table
from orchestration.run_record import read_log
from orchestration.settings import Settings
from warehouse.corrections import Fared, fared
from warehouse.read import Status, published, status


@click.command("status")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def command(as_json: bool) -> None:
    """Show rows by table, the newest article, the last refresh, rejects by reason, and how corrections fared."""
    settings = Settings.from_environment()
    found = status(settings.home)
    with published(settings.home) as con:
        corrected = fared(con)
    log = read_log(settings.run_log)
    last = log[-1] if log else {}
    if as_json:
        record = {"home": str(settings.home), **found._asdict(), "overrides": corrected._asdict(), "last_refresh": last}
        print(json.dumps(record, default=plain))
        return
    _print(settings, found, last)
    _print_corrections(corrected)


def _print(settings: Settings, found: Status, last: dict[str, object]) -> None:
    out = console()
    out.print(f"Home            {settings.home}", soft_wrap=True)
    out.print(f"Published       version {found.number}, {found.published_at:%Y-%m-%d %H:%M} UTC")
    out.print(f"Last refresh    {last.get('started_at') or 'not noted'}")
    out.print(f"Newest article  {found.newest_article_date or 'none with a date'}\n")
    print_table(("table", "rows"), sorted(found.rows.items()), sys.stdout)
    rejects = last.get("rejects")
    failures = last.get("failures")
    if isinstance(rejects, dict) and rejects:
        out.print()
        print_table(("rejected because", "items"), sorted(rejects.items()), sys.stdout)
    if isinstance(failures, dict) and failures:
        out.print()
        print_table(("source not read", "why"), sorted(failures.items()), sys.stdout)


def _print_corrections(corrected: Fared) -> None:
    """How many corrections apply, and each that has no effect."""
    if not corrected.counts:
        return
    out = console()
    out.print()
    print_table(("overrides", "entries"), sorted(corrected.counts.items()), sys.stdout)
    for problem in corrected.problems:
        out.print(f"  {problem}", soft_wrap=True)
