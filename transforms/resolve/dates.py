"""Partial dates as intervals of days, and when two of them can mean one day.

Belongs here: `2021-03` as its first and last day, the tolerance that a date's basis allows. Does not belong here: what
a date means for a kind of fact (`agreements`, `launches`).
"""

from calendar import monthrange
from datetime import date
from functools import cache

#: Day numbers beyond every real date: an open end of an interval.
EARLIEST, LATEST = 0, 10_000_000

#: Days by which two tellings of one day can differ: clocks of two places, a report of the next morning, and for
#: `announced` the time between the act and its announcement.
TOLERANCE = {"stated": 1, "relative": 2, "dateline": 3, "announced": 7}
DEFAULT_TOLERANCE = 1

Interval = tuple[int, int]


@cache
def interval(partial: str | None) -> Interval | None:
    """First and last day (proleptic ordinals) of a partial ISO date; None for none or one that is no date."""
    if not partial:
        return None
    try:
        parts = [int(part) for part in partial.split("-")]
        if len(parts) == 1:
            return date(parts[0], 1, 1).toordinal(), date(parts[0], 12, 31).toordinal()
        if len(parts) == 2:
            last = monthrange(parts[0], parts[1])[1]
            return date(parts[0], parts[1], 1).toordinal(), date(parts[0], parts[1], last).toordinal()
        day = date(*parts[:3]).toordinal()
    except (ValueError, IndexError):
        return None
    return day, day


def month(partial: str | None) -> str | None:
    """The month of a date: as exact as the time of a report must be known, and few enough to fold many reports."""
    return partial[:7] if partial else None


def tolerance(basis: str | None) -> int:
    """Days of tolerance for a date of this basis."""
    return TOLERANCE.get(basis, DEFAULT_TOLERANCE) if basis else DEFAULT_TOLERANCE


def distance(a: Interval, b: Interval) -> int:
    """Days between two intervals; 0 where they overlap."""
    gap = a[0] - b[1] if a[0] > b[0] else b[0] - a[1]  # millions of times: quicker than the largest of three
    return gap if gap > 0 else 0


def width(a: Interval) -> int:
    """Days in it, less one: 0 for a day, up to 30 for a month."""
    return a[1] - a[0]


def months(a: Interval, slack: int = 0) -> range:
    """Numbers of the calendar months that it touches, give or take `slack` days."""
    first, last = date.fromordinal(max(1, a[0] - slack)), date.fromordinal(a[1] + slack)
    return range(first.year * 12 + first.month - 1, last.year * 12 + last.month)


def quarters(a: Interval, slack: int = 0) -> range:
    """Numbers of the calendar quarters that it touches, give or take `slack` days."""
    touched = months(a, slack)
    return range(touched[0] // 3, touched[-1] // 3 + 1)


def years(a: Interval, slack: int = 0) -> range:
    """The calendar years that it touches, give or take `slack` days."""
    return range(date.fromordinal(max(1, a[0] - slack)).year, date.fromordinal(a[1] + slack).year + 1)
