"""Publication dates as outlets write them, to ISO days.

Belongs here: reading one date that stands for a publication day. Does not belong here: dates of events inside a
text (transforms), or the current day: whoever reads passes it in.
"""

import datetime as dt
import re
from collections.abc import Iterator

DOUBTFUL_AFTER_DAYS = 2

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(rf"(?<![\w]){form}(?!\w)", re.IGNORECASE | re.ASCII)
    for form in (
        rf"{_MONTH}\s*{_DAY}\s*,?\s+{_YEAR}",
        rf"{_DAY}[\s-]+(?:of\s+)?{_MONTH}[\s,-]*{_YEAR}",
        rf"{_YEAR}(?P<mark>[-/.])(?P<monthnumber>[01]?\d)(?P=mark){_DAY}",
        rf"{_DAY}(?P<mark>[.])(?P<monthnumber>[01]?\d)(?P=mark){_YEAR}",
    )
)
_SLASHED = re.compile(rf"(?<!\w)(?P<first>\d\d?)(?P<mark>[/-])(?P<second>\d\d?)(?P=mark){_YEAR}(?!\w)", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?", re.ASCII | re.DOTALL)
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)", re.ASCII)
_BESIDE = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d\d?[:.h]\d\d(?:[:.]\d\d)?(?:\.\d+)?"
    r"|[ap]\.?m\b\.?|\bat\b|\bon\b|\b(?:gmt|utc|z|[ecmp][sd]t|et|cet|cest|bst|ist|msk|jst)\b|[+-]\d\d:?\d\d\b"
)
_AROUND = re.compile(rf"{_BESIDE}|[\s,.|()/•·–—-]", re.IGNORECASE | re.ASCII)
_AROUND_END = re.compile(rf"(?:{_BESIDE}|[\s,|/•·–—(\[-])$", re.IGNORECASE | re.ASCII)
_LONGEST = 100
_LONGEST_PARTED = 300
_EPOCH_SECONDS = (10**8, 10**10)


def iso_day(value: object) -> str | None:
    """The day that a given date names, as written (a time zone does not move it); None where it names none.

    Args:
        value: ISO or RFC 822 text, a date as print writes it, a Python date, or seconds (milliseconds) since 1970.
    """
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool) or value is None:
        return None
    text = str(value).strip()
    if len(text) > _LONGEST:
        return None
    whole = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if whole:
        return _day(int(whole[1]), int(whole[2]), int(whole[3]))
    if isinstance(value, int | float):
        return _from_epoch(value)
    if text.isascii() and text.isdigit():
        return _from_epoch(int(text))
    return day_alone(text)


def day_alone(line: str) -> str | None:
    """The day of a line that holds a date and at most weekday and time beside it."""
    for day, start, end in _found(line):
        rest = line[:start] + " " + line[end:]
        if not _AROUND.sub("", rest):
            return day
    return None


def day_within(line: str) -> str | None:
    """The first full date that stands anywhere in a line."""
    return next((day for day, _, _ in sorted(_found(line), key=lambda found: found[1])), None)


def parted(line: str) -> tuple[str, str | None]:
    """What stands before the first full date of a line, without the time beside it, and that day."""
    first = min(_found(line), key=lambda found: found[1], default=None) if len(line) <= _LONGEST_PARTED else None
    if first is None:
        return line, None
    day, start, _ = first
    before = line[:start]
    while (shorter := _AROUND_END.sub("", before)) != before:
        before = shorter
    return before, day


def is_doubtful(published: str | None, today: dt.date) -> bool:
    """Whether a publication day lies more than two days ahead of the reading."""
    if published is None:
        return False
    return dt.date.fromisoformat(published) > today + dt.timedelta(days=DOUBTFUL_AFTER_DAYS)


def _found(line: str) -> Iterator[tuple[str, int, int]]:
    """Valid dates of a line with their places."""
    for form in _FORMS:
        for match in form.finditer(line):
            groups = match.groupdict()
            month = groups.get("monthnumber") or _MONTHS.index(groups["month"][:3].lower()) + 1
            day = _day(int(groups["year"]), int(month), int(groups["day"]))
            if day:
                yield day, match.start(), match.end()
    for match in _SLASHED.finditer(line):
        day = _unambiguous(int(match["year"]), int(match["first"]), int(match["second"]))
        if day:
            yield day, match.start(), match.end()


def _unambiguous(year: int, first: int, second: int) -> str | None:
    """03/25/2021 and 25/03/2021 can be read; 03/04/2021 could be March or April and is not guessed."""
    if first == second or second > 12:
        return _day(year, first, second)
    return _day(year, second, first) if first > 12 else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _from_epoch(value: float) -> str | None:
    low, high = _EPOCH_SECONDS
    seconds = value if value < high else value / 1000
    if not low <= seconds < high:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat()
