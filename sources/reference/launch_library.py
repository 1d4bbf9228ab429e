"""Launch Library 2.3: launches over an API of few calls an hour, asked only for what changed since the last answer.

Belongs here: which page is asked for next, how many calls are left, and reading a page. Does not belong here: sending a
request (`sources.fetch`). A call is counted before it is made and remembered in the cursor, so that no stop, crash or
second process makes one too many.
"""

import calendar
import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast
from urllib.parse import urlencode

from sources.errors import LayoutError, UnreadableError
from sources.reference.cells import designation_of
from sources.reference.records import CatalogueLaunch, Outcome
from sources.reference.vague import UNKNOWN, Precision, VagueDate, span_of
from sources.renamed import named
from sources.state import cursor_of, cursor_text
from sources.tables import pairs

PAGE_SIZE = 100
HOUR = dt.timedelta(hours=1, minutes=1)  # and a little, since two clocks differ
_NEEDED = (
    "id",
    "name",
    "net",
    "net_precision",
    "status.abbrev",
    "mission",
    "launch_service_provider",
    "rocket.configuration.full_name",
    "pad.location.name",
    "last_updated",
)
_RESERVE = 2  # the page, and the host's robots.txt before the first one

Ask = Callable[[str], tuple[bytes, int]]
"""Fetches an address once; gives its bytes and how many requests that took."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far the catalogue has been read.

    Attributes:
        calls: times of the calls of the last hour, oldest first.
        since: `last_updated` of the newest record read; empty at the beginning.
        offset: records of just that time that have been read, where they fill more than a page.
        is_whole: every record has been read once.
        reader: version of the readers that read them.
    """

    calls: tuple[str, ...] = ()
    since: str = ""
    offset: int = 0
    is_whole: bool = False
    reader: str = ""

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """The cursor of a stored text; the beginning where there is none."""
        fields = cursor_of(text)
        offset = fields.get("offset", "")
        return cls(
            tuple(fields.get("calls", "").split()),
            fields.get("since", ""),
            int(offset) if offset.isdigit() else 0,
            fields.get("is_whole") == "1",
            fields.get("reader", ""),
        )

    def text(self) -> str:
        """To be stored."""
        fields = {"calls": " ".join(self.calls), "since": self.since, "offset": str(self.offset)}
        return cursor_text(fields | {"is_whole": "1" if self.is_whole else "0", "reader": self.reader})

    def left(self, now: dt.datetime, calls_per_hour: int) -> "tuple[Cursor, int]":
        """The cursor without calls of more than an hour ago, and how many may still be made."""
        recent = tuple(call for call in self.calls if _is_recent(call, now))
        return replace(self, calls=recent), calls_per_hour - len(recent)

    def again_at(self, now: dt.datetime, calls_per_hour: int) -> dt.datetime | None:
        """When the next call may be made; None for now."""
        cursor, left = self.left(now, calls_per_hour)
        reserve = min(_RESERVE, calls_per_hour)
        if left >= reserve:
            return None
        return dt.datetime.fromisoformat(sorted(cursor.calls)[reserve - left - 1]) + HOUR

    def called(self, now: dt.datetime, times: int) -> "Cursor":
        """The cursor after some calls more."""
        return replace(self, calls=(*self.calls, *([now.isoformat(timespec="seconds")] * times)))


def _is_recent(call: str, now: dt.datetime) -> bool:
    """Whether a call was made within the last hour."""
    try:
        return dt.datetime.fromisoformat(call) > now - HOUR
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Page:
    """What one call brought, or, with no records and no address, that one is about to be made.

    Attributes:
        cursor: to be stored before anything else is done.
        waiting: records that the catalogue holds beyond this page.
    """

    cursor: Cursor
    address: str = ""
    records: tuple[CatalogueLaunch, ...] = ()
    faults: tuple[tuple[str, UnreadableError], ...] = ()
    waiting: int = 0


def pages(
    url: str, cursor: Cursor, calls_per_hour: int, ask: Ask, now: Callable[[], dt.datetime], where: str
) -> Iterator[Page]:
    """Pages of what changed, oldest change first, until there is no more or no call is left.

    Raises:
        LayoutError: a field is gone or renamed.
        SourceError: of `ask`.
    """
    reserve = min(_RESERVE, calls_per_hour)
    while True:
        cursor, left = cursor.left(now(), calls_per_hour)
        if left < reserve:
            return
        before, cursor = cursor, cursor.called(now(), reserve)
        yield Page(cursor)
        address = address_of(url, cursor)
        data, requests = ask(address)
        cursor = replace(cursor, calls=before.called(now(), max(requests, 1)).calls)
        page = read_page(data, cursor, address, where)
        yield page
        if page.cursor.is_whole and not page.waiting:
            return
        cursor, reserve = page.cursor, 1


def address_of(url: str, cursor: Cursor) -> str:
    """The address of the next page: by time of change, so that a record changed meanwhile moves none past us."""
    asked = {"format": "json", "ordering": "last_updated", "limit": PAGE_SIZE}
    if cursor.since:
        asked["last_updated__gte"] = cursor.since
    if cursor.offset:
        asked["offset"] = cursor.offset
    return f"{url}{'&' if '?' in url else '?'}{urlencode(asked)}"


def read_page(data: bytes, cursor: Cursor, address: str, where: str) -> Page:
    """The launches of a page, and the cursor behind it.

    Raises:
        LayoutError: it is no such page.
    """
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise LayoutError(where, "the answer is not JSON") from None
    results, following, total = (_field(found, name, where) for name in ("results", "next", "count"))
    if not isinstance(results, list) or len(results) > 10 * PAGE_SIZE:
        raise LayoutError(where, "results is no list of launches")
    records: list[CatalogueLaunch] = []
    faults: list[tuple[str, UnreadableError]] = []
    for entry in results:
        _require_fields(entry, where)
        try:
            record = _launch(entry, where)
        except UnreadableError as error:
            faults.append((str(entry.get("id"))[:100], error))
            continue
        if record is not None:
            records.append(record)
    newest = max((str(_field(entry, "last_updated", where)) for entry in results), default=cursor.since)
    is_stuck = bool(following) and newest == cursor.since
    behind = replace(
        cursor,
        since=max(newest, cursor.since),
        offset=cursor.offset + len(results) if is_stuck else 0,
        is_whole=cursor.is_whole or not following,
    )
    waiting = max(int(total) - cursor.offset - len(results), 0) if following and isinstance(total, int) else 0
    return Page(behind, address, tuple(records), tuple(faults), waiting)


def _launch(entry: Any, where: str) -> CatalogueLaunch | None:
    """A launch, or None where it was to stay below orbit.

    Raises:
        UnreadableError: its date is none.
    """
    status, net = _field(entry, "status.abbrev", where), _field(entry, "net", where)
    mission = _field(entry, "mission", where) or {}
    if (mission.get("orbit") or {}).get("abbrev") == "Sub":
        return None
    name = str(_field(entry, "name", where))
    provider = _field(entry, "launch_service_provider", where) or {}
    launched = _date(net, _field(entry, "net_precision", where), where)
    is_exact = launched.precision == "day" and isinstance(net, str)
    countries = provider.get("country") if isinstance(provider.get("country"), list) else []
    codes = [str(code) for country in countries or [] if (code := country.get("alpha_3_code"))]
    payloads = [name.partition(" | ")[2], str(mission.get("name") or "")]
    return CatalogueLaunch(
        own_id=str(_field(entry, "id", where)),
        designation=designation_of(_text(entry.get("launch_designator"))),
        launched=launched,
        launched_at=f"{net[:16]}:00" if is_exact and net[16:17] == ":" else None,
        vehicle_name=_text(_field(entry, "rocket.configuration.full_name", where)),
        site_name=_text(_field(entry, "pad.location.name", where)),
        provider_name=_text(provider.get("name")),
        provider_country_code=codes[0] if len(codes) == 1 else None,
        outcome=cast(Outcome, dict(pairs("launch_library_statuses.tsv")).get(str(status), "unknown")),
        outcome_as_given=_text(status),
        payload_names=tuple(dict.fromkeys(p.strip() for text in payloads for p in text.split(" & ") if p.strip())),
    )


def _require_fields(entry: Any, where: str) -> None:
    """Raise unless a launch has all fields that are read.

    Raises:
        LayoutError: names those that it lacks, and what they may be called now.
    """
    missing = [path for path in _NEEDED if not _has(entry, path)]
    if missing:
        wanted = {path.partition(".")[0] for path in _NEEDED}
        spare = [str(name) for name in entry if name not in wanted] if isinstance(entry, Mapping) else []
        raise LayoutError(where, f"no field named {named(missing, spare)} in an answer")


def _has(entry: Any, path: str) -> bool:
    """Whether there is such a field within fields; below one that is null all are as good as there."""
    for name in path.split("."):
        if entry is None:
            return True
        if not isinstance(entry, Mapping) or name not in entry:
            return False
        entry = entry[name]
    return True


def _field(entry: Any, path: str, where: str) -> Any:
    """The value of a field within fields; None where it, or one above it, is null.

    Raises:
        LayoutError: there is no such field.
    """
    for name in path.split("."):
        if entry is None:
            return None
        if not isinstance(entry, Mapping) or name not in entry:
            raise LayoutError(where, f"no field named {path} in an answer")
        entry = entry[name]
    return entry


def _text(value: object) -> str | None:
    text = " ".join(value.split())[:500] if isinstance(value, str) else ""
    return text or None


@cache
def _precisions() -> Mapping[str, Precision]:
    return cast(dict[str, Precision], dict(pairs("launch_library_precisions.tsv")))


def _date(net: object, known: Mapping[str, object] | None, where: str) -> VagueDate:
    """The days between which a launch lies, from its earliest time and how exactly that is known.

    Raises:
        UnreadableError: reason `bad date`.
    """
    if net is None:
        return UNKNOWN
    try:
        day = dt.date.fromisoformat(str(net)[:10])
    except ValueError:
        raise UnreadableError("bad date", f"{ascii(net)[:40]} is no time") from None
    precision = _precisions().get(str(_field(known, "abbrev", where)), "unknown")
    return _span(day, precision)


def _span(day: dt.date, precision: Precision) -> VagueDate:
    if precision == "day":
        return span_of(day, day, "day")
    if precision == "week":
        return span_of(day, day + dt.timedelta(days=6), "week")
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(precision)
    if months is None:
        first = day.year - day.year % 10
        decade = (dt.date(first, 1, 1), dt.date(first + 9, 12, 31))
        return span_of(*decade, "decade") if precision == "decade" else UNKNOWN
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    final = calendar.monthrange(day.year, last)[1]
    return span_of(dt.date(day.year, first, 1), dt.date(day.year, last, final), precision)
