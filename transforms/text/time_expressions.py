"""What a time expression is, and how tense decides an open one.

Belongs here: the records. Does not belong here: finding and reading expressions (`times`, `time_readers`).
"""

from datetime import date, timedelta
from typing import Literal, NamedTuple

Basis = Literal["stated", "relative", "dateline", "announced"]
Tense = Literal["past", "future"]


class Reference(NamedTuple):
    """The day that relative dates count from: of publication, or of the dateline; None where neither is known."""

    day: date | None
    basis: Basis = "relative"


class TimeExpression(NamedTuple):
    """A date in words.

    Attributes:
        start, end: offsets in the part.
        value: partial ISO date, or None where the text does not fix even a year.
        basis: `stated` where the words hold the year, `relative` where it was reckoned.
        is_open: a bare weekday, month or day, whose year hangs on the tense of its verb: see `in_tense`.
        is_range: the words give a period (`2015 to 2020`), of which `value` is the common part.
    """

    start: int
    end: int
    value: str | None
    basis: Basis
    kind: str
    is_range: bool = False
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether tense decides the year or week."""
        return self.kind in ("month-day", "month", "weekday")

    def in_tense(self, tense: Tense | None, reference: Reference) -> str | None:
        """The date, where the verb that it belongs to is past or future."""
        if not self.is_open or reference.day is None:
            return self.value
        return _open(self, tense, reference.day)


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_year(time: TimeExpression, year: TimeExpression, reference: Reference) -> TimeExpression:
    """A month or a day without a year, in the year that was told just before it: no tense decides it any more."""
    told = time.in_tense("past", reference) if time.weekday is not None else None
    number, nth = (int(told[5:7]), int(told[8:])) if told else (time.month or 1, time.day)
    day = safe_date(int(year.value or 1), number, nth) if nth else None
    value = day.isoformat() if day else f"{year.value}-{number:02d}"
    return TimeExpression(year.start, time.end, value, "relative", "day" if day else "month-of-year")


def _open(found: TimeExpression, tense: Tense | None, today: date) -> str | None:
    if found.weekday is not None:
        back = (today.weekday() - found.weekday) % 7
        if tense == "future":
            return (today + timedelta(days=(7 - back) % 7)).isoformat()
        return (today - timedelta(days=back)).isoformat()
    month = found.month or 1
    if found.day is None:
        years = [today.year - 1, today.year, today.year + 1]
        if tense == "future":
            years = [y for y in years if (y, month) >= (today.year, today.month)]
            return f"{years[0]}-{month:02d}"
        years = [y for y in years if (y, month) <= (today.year, today.month)]
        return f"{years[-1]}-{month:02d}"
    days = [d for y in (today.year - 1, today.year, today.year + 1) if (d := safe_date(y, month, found.day))]
    if not days:
        return None
    slack = timedelta(days=2)
    if tense == "future":
        picks = [d for d in days if d >= today - slack]
    elif tense == "past":
        picks = [d for d in days if d <= today + slack][-1:]
    else:
        picks = sorted(days, key=lambda d: abs((d - today).days))
    return picks[0].isoformat() if picks else None
