"""`spacepact refresh`: the pipeline once.

Belongs here: arguments, the decision to start at all, and the closing words. Does not belong here: the run itself
(`orchestration.dagster_run`).
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from orchestration import source_list
from orchestration.errors import CommandError
from orchestration.headline import print_headline
from orchestration.home import prepare
from orchestration.lock import writer_lock
from orchestration.newness import Findings, whats_new
from orchestration.printing import plain_line
from orchestration.progress import for_stream
from orchestration.run_record import RunRecord, read_log
from orchestration.settings import LOCK_WAIT_SECONDS, Settings
from orchestration.versions import versions


@click.command("refresh")
@click.option("--inbox", type=click.Path(path_type=Path), help="Read this folder too, in this run only.")
@click.option("--source", "only", multiple=True, help="Read this source alone, due or not; may be given again.")
@click.option("--json", "as_json", is_flag=True, help="Print counts and seconds by stage and source as JSON.")
@click.option("--force", is_flag=True, help="Rebuild facts, metrics and checks though nothing is new.")
@click.option("--rebuild", is_flag=True, help="Read all files and kept pages again, offline; extract and resolve anew.")
def command(inbox: Path | None, only: tuple[str, ...], as_json: bool, force: bool, rebuild: bool) -> None:
    """Read the sources that are due, extract, resolve, and publish a new warehouse where something changed."""
    if inbox is not None and not inbox.is_dir():
        raise CommandError(f"{inbox}: no such folder; name one that exists with --inbox")
    settings = Settings.from_environment(inbox.absolute() if inbox else None, only)
    prepare(settings)
    say = _say if not as_json else _silent
    say(f"Home       {settings.home}")
    with writer_lock(settings.lock, LOCK_WAIT_SECONDS, _warn):
        found = whats_new(settings)
        for problem in found.failures.values():
            _warn(f"not read: {problem}")
        reason = "rebuild asked for" if rebuild else "asked for" if force or only else found.reason
        if reason is None:
            _close_unchanged(settings, found, as_json)
            return
        say(f"Reason     {reason}")
        from orchestration.dagster_run import run_refresh

        with for_stream(sys.stderr):
            run_refresh(settings, reason, force=force, rebuild=rebuild)
    record = read_log(settings.run_log)[-1]
    if as_json:
        print(json.dumps(record))
        return
    print_headline(settings, record)


def _close_unchanged(settings: Settings, found: Findings, as_json: bool) -> None:
    """End without a run; the small log notes that somebody looked, and what could not be read."""
    failures = found.failures | _failing(settings)
    record = RunRecord("", datetime.now(UTC), versions=versions(), failures=failures)
    earlier = read_log(settings.run_log)
    record.rejects = earlier[-1].get("rejects", {}) if earlier else {}
    record.append_to(settings.run_log)
    if as_json:
        print(json.dumps(record.to_json()))
        return
    which = "every source that can be read" if failures else "every source"
    print(f"Nothing new: {which} is as the last refresh read it.")
    for name, fault in failures.items():
        if name not in found.failures:  # that one was told before
            print(f"Fault      {plain_line(name)}: {plain_line(fault)}")
    if found.next_due:
        print(f"Next       {found.next_due}")
    if found.waiting:
        print(f"Waiting    {found.waiting} files are still being written; the next refresh reads them")
    print(f"Warehouse  {settings.warehouse}")


def _failing(settings: Settings) -> dict[str, str]:
    """The faults of sources that are not due again yet, and when they are."""
    told = {}
    for row in source_list.load(settings.source_list).values():
        if row.is_enabled and row.fault:
            again = f"; tried again from {row.next_try_at[:16].replace('T', ' ')} UTC" if row.next_try_at else ""
            told[row.source_name] = row.fault + again
    return told


def _say(message: str) -> None:
    print(message, flush=True)


def _silent(message: str) -> None:
    """Say nothing: the output is for a program."""


def _warn(message: str) -> None:
    print(f"spacepact: {message}", file=sys.stderr, flush=True)
