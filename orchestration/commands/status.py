"""`spacepact status`: what the warehouse holds, how fresh it is, and what could not be read.

Belongs here: printing. Does not belong here: the counts (`warehouse.read`, `orchestration.run_record`).
"""

import json
import sys
from dataclasses import asdict

import click

from orchestration import source_list
from orchestration.printing import console, plain, print_table
from orchestration.run_record import read_log
from orchestration.settings import Settings
from orchestration.source_list import Listed
from warehouse.corrections import Fared, fared
from warehouse.read import Status, published, status

_SOURCE_COLUMNS = ("source", "kind", "last read", "next", "new", "changed", "rejected", "requests", "how it does")


@click.command("status")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def command(as_json: bool) -> None:
    """Show rows by table, the newest article, the last refresh, how sources do, rejects by reason, and corrections."""
    settings = Settings.from_environment()
    found = status(settings.home)
    with published(settings.home) as con:
        corrected = fared(con)
    log = read_log(settings.run_log)
    last = log[-1] if log else {}
    sources = [source for source in source_list.load(settings.source_list).values() if source.is_enabled]
    if as_json:
        told = {"home": str(settings.home), **found._asdict(), "sources": list(map(asdict, sources))}
        print(json.dumps(told | {"overrides": corrected._asdict(), "last_refresh": last}, default=plain))
        return
    _print(settings, found, last)
    if sources:
        console().print()
        print_table(_SOURCE_COLUMNS, [_source_row(source) for source in sources], sys.stdout)
    _print_corrections(corrected)


def _source_row(source: Listed) -> tuple[str | int, ...]:
    """How a source does, in words."""
    how = source.fault or (f"put off: {source.deferred_because}" if source.deferred_count else "well")
    if source.waiting_count:
        how = f"{how}; {source.waiting_count:,} wait for the next run"
    if source.failure_count > 1:
        how = f"{how} ({source.failure_count} times in a row)"
    return (
        source.source_name,
        source.kind,
        _minute(source.succeeded_at) or "never",
        _minute(source.next_try_at) or "each refresh",
        source.new_count,
        source.changed_count,
        source.rejected_count,
        source.request_count,
        how,
    )


def _minute(time: str | None) -> str:
    return time[:16].replace("T", " ") if time else ""


def _print(settings: Settings, found: Status, last: dict[str, object]) -> None:
    out = console()
    out.print(f"Home            {settings.home}", soft_wrap=True)
    out.print(f"Published       version {found.number}, {found.published_at:%Y-%m-%d %H:%M} UTC")
    out.print(f"Last refresh    {last.get('started_at') or 'not noted'}")
    out.print(f"Newest article  {found.newest_article_date or 'none with a date'}")
    if found.apart:
        out.print(f"Kept apart      {', '.join(f'{count:,} {why}' for why, count in found.apart.items())}")
    out.print()
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
