"""Dates as exact as they are known: `2016 Jun  8 2355:57?`, `2016 Q2`, `1960s?`.

Belongs here: reading such a date into the days between which it lies. Does not belong here: the dates of articles
(`sources.dates`).
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "week", "month", "quarter", "half", "year", "decade", "century", "millennium", "unknown"]

_MONTHS = {name: number for number, name in enumerate(calendar.month_abbr) if name}
_VAGUE = re.compile(
    r"(?P<year>\d{1,4})(?P<decade>s)?"
    r"(?:\s+(?:(?P<month>[A-Z][a-z]{2})(?:\s+(?P<day>\d{1,2})(?:\.\d+)?)?|Q(?P<quarter>[1-4])|H(?P<half>[12])))?"
    r"(?:\s+(?P<hour>\d{2})(?::?(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?h?|h))?\s*(?P<doubt>\??)"
)
_CENTURY = re.compile(r"(?P<number>\d{1,2})C\s*(?P<doubt>\??)")
_NONE = frozenset({"", "-", "*", "?"})


@dataclass(frozen=True, slots=True)
class VagueDate:
    """The days between which something happened.

    Attributes:
        first, last: ISO days; None where nothing is known.
        precision: how exactly it is known.
        is_doubtful: the catalogue puts a question mark to it.
        time: `hh:mm:ss` or `hh:mm:00`, where given to the minute.
    """

    first: str | None = None
    last: str | None = None
    precision: Precision = "unknown"
    is_doubtful: bool = False
    time: str | None = None

    @property
    def moment(self) -> str | None:
        """ISO time, where it is known to the minute."""
        return f"{self.first}T{self.time}" if self.time and self.precision == "day" else None


UNKNOWN = VagueDate()


def vague_date(text: str) -> VagueDate:
    """The days that a vague date of GCAT leaves open; a dash, a star or nothing is unknown.

    Raises:
        ValueError: it is no such date.
    """
    text = " ".join(text.split())
    if text in _NONE:
        return UNKNOWN
    century = _CENTURY.fullmatch(text)
    if century:
        first = (int(century["number"]) - 1) * 100
        return _years(first + 1, first + 100, "century", bool(century["doubt"]))
    found = _VAGUE.fullmatch(text)
    if found is None:
        raise ValueError(f"no date: {text[:40]!r}")
    return _found(found)


def exact_day(day: dt.date) -> VagueDate:
    """A date that is known to the day."""
    return VagueDate(day.isoformat(), day.isoformat(), "day")


def span_of(first: dt.date, last: dt.date, precision: Precision, is_doubtful: bool = False) -> VagueDate:
    """The days from first to last."""
    return VagueDate(first.isoformat(), last.isoformat(), precision, is_doubtful)


def _found(found: re.Match[str]) -> VagueDate:
    year, doubt = int(found["year"]), bool(found["doubt"])
    if found["decade"]:
        whole = year % 100 == 0 and year % 1000 != 0 and year < 1900
        return _years(year, year + (99 if whole else 9), "century" if whole else "decade", doubt)
    if found["quarter"] or found["half"]:
        width: int = 3 if found["quarter"] else 6
        start = (int(found["quarter"] or found["half"]) - 1) * width + 1
        return _months(year, start, start + width - 1, "quarter" if width == 3 else "half", doubt)
    if not found["month"]:
        return _years(year, year, "year", doubt)
    month = _MONTHS.get(found["month"])
    if month is None:
        raise ValueError(f"no month: {found['month']!r}")
    if not found["day"]:
        return _months(year, month, month, "month", doubt)
    day = dt.date(year, month, int(found["day"])).isoformat()
    return VagueDate(day, day, "day", doubt, _time(found))


def _time(found: re.Match[str]) -> str | None:
    """The time of day, where it is known to the minute and can be one."""
    if not found["minute"]:
        return None
    try:
        return dt.time(int(found["hour"]), int(found["minute"]), int(found["second"] or 0)).isoformat()
    except ValueError:
        return None


def _years(first: int, last: int, precision: Precision, doubt: bool) -> VagueDate:
    return span_of(dt.date(first, 1, 1), dt.date(last, 12, 31), precision, doubt)


def _months(year: int, first: int, last: int, precision: Precision, doubt: bool) -> VagueDate:
    final = calendar.monthrange(year, last)[1]
    return span_of(dt.date(year, first, 1), dt.date(year, last, final), precision, doubt)
