"""What cannot be read at present, listed for a person or a program.

Belongs here: `spacepact status --rejects`. Does not belong here: what a reject is (`sources.article`), keeping the list
(`warehouse.rejects`).
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence

from orchestration.printing import console, plain_line, print_table
from orchestration.settings import Settings
from warehouse import rejects
from warehouse.rejects import ListedReject, RejectCount

_MOST_REASONS = 4
_COLUMNS = ("source", "place", "reason", "detail", "title", "first met", "last met")


def count(settings: Settings, source: str | None = None) -> list[RejectCount]:
    """How many items cannot be read at present, by source and reason.

    Raises:
        NoWarehouseError: there has been no refresh.
    """
    return rejects.counted(settings.rejects_file, settings.home, source)


def by_reason(counts: Sequence[RejectCount]) -> dict[str, int]:
    """How many there are of each reason, most first."""
    found: Counter[str] = Counter()
    for one in counts:
        found[one.reason] += one.items
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def by_source(counts: Sequence[RejectCount]) -> dict[str, int]:
    """How many there are of each source."""
    found: Counter[str] = Counter()
    for one in counts:
        found[one.source_name] += one.items
    return dict(found)


def summary(counts: Sequence[RejectCount]) -> str:
    """How many there are, and why, in one line."""
    reasons = list(by_reason(counts).items())
    total = sum(items for _, items in reasons)
    told = [f"{items:,} {reason}" for reason, items in reasons[:_MOST_REASONS]]
    if len(reasons) > _MOST_REASONS:
        told.append(f"{sum(items for _, items in reasons[_MOST_REASONS:]):,} for other reasons")
    return f"{total:,} item{'' if total == 1 else 's'}: {', '.join(told)}" if total else "nothing"


def show(settings: Settings, source: str | None, limit: int, *, as_json: bool) -> None:
    """Print the list; of a long one the first, those met last.

    Args:
        settings: the home.
        source: those of this source alone.
        limit: how many at most, 0 for all; JSON always holds all.
        as_json: for a program.
    """
    counts = count(settings, source)
    total = sum(by_reason(counts).values())
    shown = rejects.listed(settings.rejects_file, settings.home, source, 0 if as_json else limit)
    if as_json:
        told = [reject._asdict() for reject in shown]
        print(json.dumps({"by_reason": by_reason(counts), "rejects": told}, ensure_ascii=False))
        return
    out = console()
    out.print(f"Cannot be read  {plain_line(summary(counts))}", soft_wrap=True)
    if not shown:
        return
    out.print()
    if sys.stdout.isatty():
        for one in shown:
            head = "  ".join(filter(None, (one.source_name, one.place, one.reason, _day(one.last_seen_at))))
            out.print(plain_line(head), style="bold", soft_wrap=True)
            out.print(f"    {plain_line(one.detail)}", soft_wrap=True)
    else:
        print_table(_COLUMNS, [_row(one) for one in shown], sys.stdout)
    out.print()
    if len(shown) < total:
        out.print(f"{total - len(shown):,} more: --limit 0, --source NAME or --json", soft_wrap=True)
    out.print("What a reason means: docs/sources.md. A mended or deleted item leaves this list at the next refresh.")


def _row(one: ListedReject) -> tuple[str | None, ...]:
    return (
        one.source_name,
        one.place,
        one.reason,
        one.detail,
        one.title,
        _day(one.first_seen_at),
        _day(one.last_seen_at),
    )


def _day(time: str | None) -> str:
    return time[:10] if time else ""
