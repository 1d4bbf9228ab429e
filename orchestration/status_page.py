"""What `spacepact status` shows a person: first how fresh it is and what is wrong, then the sources, the tables last.

Belongs here: layout, at the width of the terminal. Does not belong here: gathering (`commands/status`), the words on a
source (`source_table`).
"""

import datetime as dt
import sys
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console

from orchestration import reject_list, source_table
from orchestration.clock import now
from orchestration.printing import console, plain_line, print_table
from orchestration.source_list import Listed
from warehouse.check_results import Held
from warehouse.corrections import Fared
from warehouse.read import Status
from warehouse.rejects import RejectCount

_LABEL = 16
_LONGEST_NOTE = 240
_MOST_CHECKS = 10
_NAME_WIDTH = 30
_COUNT_WIDTH = 8


class Standing(NamedTuple):
    """All that there is to show.

    Attributes:
        last: the record of the last refresh; empty for none.
        sources: those that are on.
        problem: what is wrong with `sources.toml`; empty for nothing.
        rejects: how much cannot be read at present.
    """

    home: Path
    found: Status
    last: dict[str, Any]
    sources: list[Listed]
    problem: str
    rejects: list[RejectCount]
    corrected: Fared
    checked: Held


def show(standing: Standing) -> None:
    """Print all of it."""
    out = console()
    _head(standing, out)
    _sources(standing, out)
    _rejects(standing.rejects, out)
    _checks(standing.checked, out)
    _corrections(standing.corrected, out)
    _tables(standing.found, out)


def _line(out: Console, label: str, words: str) -> None:
    out.print(f"{label:<{_LABEL}}{plain_line(words)}", soft_wrap=True)


def _head(standing: Standing, out: Console) -> None:
    found, checked = standing.found, standing.checked
    _line(out, "Home", str(standing.home))
    _line(out, "Published", f"version {found.number}, {found.published_at:%Y-%m-%d %H:%M} UTC")
    _line(out, "Last refresh", _last_refresh(standing.last))
    if waiting := _not_published(standing):
        _line(out, "Not published", f"what was read since from {', '.join(waiting)}; spacepact refresh publishes it")
    _line(out, "Newest article", str(found.newest_article_date or "none with a date"))
    if found.apart:
        _line(out, "Kept apart", ", ".join(f"{count:,} {why}" for why, count in found.apart.items()))
    if checked.checks:
        failed = checked.failed
        told = f"{len(failed)} with rows at fault, listed below" if failed else "no row at fault"
        _line(out, "Checks", f"{checked.checks} ran, {told}")
    if standing.rejects:
        _line(out, "Cannot be read", reject_list.summary(standing.rejects))
    if standing.problem:
        _line(out, "sources.toml", f"{standing.problem} (nothing new is read until it is mended)")


def _last_refresh(last: dict[str, Any]) -> str:
    """When it began, what it brought and whether it published."""
    started = str(last.get("started_at") or "")
    if not started:
        return "not noted"
    number = last.get("published_number")
    counts = last.get("counts") or {}
    if not counts:
        outcome = "nothing was new"
    else:
        outcome = f"{counts.get('articles_new', 0):,} new articles, {counts.get('articles_changed', 0):,} changed; "
        outcome += f"published version {number}" if number else "nothing to publish"
    return f"{started[:16].replace('T', ' ')} UTC: {outcome}"


def _not_published(standing: Standing) -> list[str]:
    """Sources that brought something after the last refresh ended: one that was read alone in Dagster."""
    started = str(standing.last.get("started_at") or "")[:19]
    if not started:
        return []
    seconds = float((standing.last.get("seconds") or {}).get("total", 0)) + 1
    ended = dt.datetime.fromisoformat(started) + dt.timedelta(seconds=seconds)
    return [
        source.source_name
        for source in standing.sources
        if source.asked_at
        and dt.datetime.fromisoformat(source.asked_at) > ended
        and source.new_count + source.changed_count + source.withdrawn_count
    ]


def _sources(standing: Standing, out: Console) -> None:
    failures = _failures(standing)
    rejects = reject_list.by_source(standing.rejects)
    table = source_table.table(standing.sources, failures, rejects, now(), out.width)
    if table.rows:
        failing = sum(bool(source.fault or failures.get(source.source_name)) for source in standing.sources)
        told = f"{len(table.rows)} on, {failing or 'none'} failing; new, changed: by the last run; times in UTC"
        out.print(f"\nSources: {told}\n", soft_wrap=True)
        print_table(table.columns, table.rows, sys.stdout)
    notes = table.notes + [
        pair for pair in failures.items() if pair[0] not in {s.source_name for s in standing.sources}
    ]
    if notes:
        out.print()
    is_cut = False
    for name, words in notes:
        longest = _LONGEST_NOTE if sys.stdout.isatty() else len(words)
        is_cut = is_cut or len(words) > longest
        shown = words if len(words) <= longest else words[: longest - 1] + "…"
        out.print(f"{plain_line(name)}: {plain_line(shown)}", soft_wrap=True)
    if is_cut:
        out.print("In full: spacepact status --json", soft_wrap=True)


def _failures(standing: Standing) -> dict[str, str]:
    """What the last look found wrong with a source, by name, unless it has been read since."""
    found = standing.last.get("failures")
    started = str(standing.last.get("started_at") or "")[:19]
    read_since = {s.source_name for s in standing.sources if s.asked_at and s.asked_at[:19] > started}
    return {name: fault for name, fault in (found or {}).items() if name not in read_since}


def _rejects(counts: list[RejectCount], out: Console) -> None:
    """How much cannot be read, by reason."""
    if counts:
        out.print()
        print_table(("rejected because", "items"), list(reject_list.by_reason(counts).items()), sys.stdout)
        out.print("\nThe list: spacepact status --rejects", soft_wrap=True)


def _checks(checked: Held, out: Console) -> None:
    """The checks with rows at fault, and how to see all of these rows."""
    if not checked.failed:
        return
    out.print(f"\nChecks with rows at fault: {len(checked.failed)} of {checked.checks}\n", soft_wrap=True)
    shown = checked.failed[:_MOST_CHECKS]
    for check in shown:
        rows = f"{check.bad_rows:,} row{'' if check.bad_rows == 1 else 's'}"
        out.print(f"{check.check_name}  {check.severity}, {rows} of {check.table_name}", soft_wrap=True)
        room = max(40, out.width - 5) if sys.stdout.isatty() else len(check.example)
        example = check.example if len(check.example) <= room else check.example[: room - 1] + "…"
        out.print(f"    {plain_line(example)}", soft_wrap=True)
    if len(shown) < len(checked.failed):
        out.print(f"… {len(checked.failed) - len(shown)} more", soft_wrap=True)
    name = checked.failed[0].check_name
    query = f"select query from metrics.check_results where check_name = '{name}'"  # noqa: S608 - shown, not run
    out.print(f'\nThe query that finds all of them: spacepact sql "{query}"', soft_wrap=True)


def _corrections(corrected: Fared, out: Console) -> None:
    """How many corrections apply, and each that has no effect."""
    if not corrected.counts:
        return
    out.print()
    print_table(("overrides", "entries"), sorted(corrected.counts.items()), sys.stdout)
    for problem in corrected.problems:
        out.print(f"  {plain_line(problem)}", soft_wrap=True)


def _tables(found: Status, out: Console) -> None:
    """Rows by table: a line each in a pipe, side by side on a terminal."""
    rows = sorted(found.rows.items())
    out.print()
    if not sys.stdout.isatty():
        print_table(("table", "rows"), rows, sys.stdout)
        return
    abreast = max(1, (out.width + 2) // (_NAME_WIDTH + _COUNT_WIDTH + 2))
    for schema, some in groupby(rows, key=lambda row: row[0].partition(".")[0]):
        tables = [(name.partition(".")[2], count) for name, count in some]
        lines = -(-len(tables) // abreast)
        out.print(f"Rows by table of schema {schema}\n", style="bold")
        for number in range(lines):
            cells = tables[number::lines]
            out.print("  ".join(f"{name:<{_NAME_WIDTH}}{count:>{_COUNT_WIDTH},}" for name, count in cells))
        out.print()
