"""How each form of time expression is read: one reader for each group of the pattern.

Belongs here: from a match to a partial ISO date and its basis. Does not belong here: the pattern (`times`).
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from transforms.text.time_expressions import Basis, TimeExpression, safe_date
from transforms.text.words import listed

_MONTHS = {name: 1 + n % 12 for n, name in enumerate(listed("times.months"))} | {"sept": 9}
_DAYS = {name: n % 7 for n, name in enumerate(listed("times.days"))} | {"tues": 1, "thur": 3, "thurs": 3}
_COUNTS = {word: n for n, word in enumerate(listed("times.counts"))} | {"a": 1, "an": 1}
_TENS = {word: 10 * n for n, word in enumerate(listed("times.tens"), 2)}


def _year_word(words: str | None, today: date | None, anchor: str | None) -> tuple[str | None, Basis]:
    """A year given as such or in words (`last year`), and its basis."""
    if not words:
        return None, "relative"
    if words.isdigit():
        return words, "stated"
    low = " ".join(words.lower().split())
    if low in ("that year", "the same year"):
        return (anchor or "")[:4] or None, "relative"
    if today is None:
        return None, "relative"
    return f"{today.year + {'last year': -1, 'next year': 1}.get(low, 0):04d}", "relative"


def _number(words: str) -> int:
    low = words.lower()
    digits = re.match(r"\d+", low)
    if digits:
        return int(digits[0])
    tens, *ones = re.split(r"[-\s]+", low)
    return _TENS[tens] + sum(_COUNTS[word] for word in ones) if tens in _TENS else _COUNTS.get(low, 0)


def month_number(words: str) -> int:
    """1 to 12, of a month's name or its short form."""
    return _MONTHS[words.lower().rstrip(".")]


def _day_month(match: re.Match[str], which: str, today: date | None, anchor: str | None) -> TimeExpression:
    month_words, day_words, last_words = (
        (match["m1"], match["d1"], match["d1b"]) if which == "1" else (match["m2"], match["d2"], match["d2b"])
    )
    month, day = month_number(month_words), _number(day_words)
    other = which == "1" and match["m1b"] and month_number(match["m1b"]) != month
    year, basis = _year_word(match[f"y{which}"], today, anchor)
    span = match.start(), match.end()
    if last_words:
        if year:
            value: str | None = year if other else f"{year}-{month:02d}"
            return TimeExpression(*span, value, basis, "range", True)
        if other:
            return TimeExpression(*span, str(today.year) if today else None, "relative", "range", True)
        return TimeExpression(*span, None, "relative", "month", True, month)
    if year:
        whole = safe_date(int(year), month, day)
        return TimeExpression(*span, whole.isoformat() if whole else year, basis, "day")
    return TimeExpression(*span, None, "relative", "month-day", False, month, day)


def _month_only(match: re.Match[str], today: date | None, anchor: str | None) -> TimeExpression:
    month = month_number(match["m3"])
    span = match.start(), match.end()
    year, basis = _year_word(match["y3"], today, anchor)
    if match["m3b"]:
        return TimeExpression(*span, year or (str(today.year) if today else None), basis, "range", True)
    if year:
        return TimeExpression(*span, f"{year}-{month:02d}", basis, "month-of-year")
    return TimeExpression(*span, None, "relative", "month", False, month)


def _named_month(match: re.Match[str], today: date | None) -> TimeExpression:
    month, which = month_number(match["m6"]), match["rel6"].lower()
    if today is None:
        return TimeExpression(match.start(), match.end(), None, "relative", "month-of-year")
    year = today.year
    if which == "last" and month >= today.month:
        year -= 1
    elif which == "next" and month <= today.month:
        year += 1
    return TimeExpression(match.start(), match.end(), f"{year}-{month:02d}", "relative", "month-of-year")


def _deictic(match: re.Match[str], today: date | None, anchor: str | None) -> str | None:
    low = " ".join(match["today"].lower().split())
    if low.startswith(("the", "that")):
        if anchor is None or len(anchor) < 10:
            return anchor
        shift = -1 if low in ("the day before", "the previous day") else 0 if "same" in low or "that" in low else 1
        return (date.fromisoformat(anchor) + timedelta(days=shift)).isoformat()
    if today is None:
        return None
    return (today + timedelta(days={"yesterday": -1, "last night": -1, "tomorrow": 1}.get(low, 0))).isoformat()


def _relative(match: re.Match[str], today: date | None, anchor: str | None) -> str | None:
    which, unit = " ".join(match["r"].lower().split()), match["u"].lower()
    step = {"last": -1, "next": 1, "the previous": -1, "the following": 1, "the coming": 1}.get(which, 0)
    base = today
    if which in ("the same", "that", "the following", "the previous"):
        if anchor is None:
            return None
        if len(anchor) < 7 and unit != "year":
            return anchor
        base = date.fromisoformat((anchor + "-01-01")[:10])
    if base is None:
        return None
    if unit == "month":
        months = base.year * 12 + base.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}"
    if unit.startswith("week"):
        moved = base + timedelta(days=7 * step)
        monday = moved - timedelta(days=moved.weekday())
        sunday = monday + timedelta(days=6)
        return moved.isoformat()[:7] if monday.month == sunday.month else (
            moved.isoformat()[:4] if monday.year != sunday.year else moved.isoformat()[:7])  # fmt: skip
    return f"{base.year + step:04d}"


def _ago(match: re.Match[str], today: date | None, anchor: str | None) -> str | None:
    count, unit, just = _number(match["n"]), match["nu"].lower(), (match["just"] or "").lower()
    words = match["ago"].lower().removesuffix(just).rstrip(" ,")
    sign = 1 if words.endswith(("later", "after")) else -1
    base = today if words.endswith("ago") else _anchor_day(anchor)
    if base is None:
        return None
    if unit in ("year", "month"):
        months = base.year * 12 + base.month - 1 + sign * count * (12 if unit == "year" else 1)
        year, month = months // 12, months % 12 + 1
        if just and not just.startswith("this"):
            day = safe_date(year, month, base.day)
            return day.isoformat() if day else f"{year:04d}-{month:02d}"
        return f"{year:04d}-{month:02d}" if just or unit == "month" else f"{year:04d}"
    days = count * (7 if unit == "week" else 1)
    moved = base + timedelta(days=sign * days)
    return moved.isoformat() if unit == "day" else moved.isoformat()[:7]


def _anchor_day(anchor: str | None) -> date | None:
    return date.fromisoformat((anchor + "-01-01")[:10]) if anchor else None


def _anniversary(match: re.Match[str], today: date | None, anchor: str | None) -> str | None:
    """`on this day in 1999`."""
    day = safe_date(int(match["y7"]), today.month, today.day) if today else None
    return day.isoformat() if day else str(match["y7"])


_Reader = Callable[["re.Match[str]", date | None, str | None], TimeExpression]


def _iso(match: re.Match[str], today: date | None, anchor: str | None) -> TimeExpression:
    whole = safe_date(*map(int, match["iso"].split("-")))
    value = whole.isoformat() if whole else match["iso"][:4]
    return TimeExpression(match.start(), match.end(), value, "stated", "day")


def _close(match: re.Match[str], today: date | None, anchor: str | None) -> str | None:
    return today.isoformat()[: 7 if (match["cu"] or "").lower() == "month" else 4] if today else None


def _figures(match: re.Match[str], today: date | None, anchor: str | None) -> TimeExpression:
    """`22.03.2016`; where day and month cannot be told apart, the year alone."""
    first, second, year = int(match["f1"]), int(match["f2"]), match["f3"]
    pairs = {(d, m) for d, m in ((first, second), (second, first)) if safe_date(int(year), m, d)}
    if len(pairs) != 1:
        return TimeExpression(match.start(), match.end(), year, "stated", "year")
    (day, month) = pairs.pop()
    return TimeExpression(match.start(), match.end(), f"{year}-{month:02d}-{day:02d}", "stated", "day")


def _plain_year(match: re.Match[str], today: date | None, anchor: str | None) -> TimeExpression:
    if match["y4b"]:
        return TimeExpression(match.start(), match.end(), None, "stated", "range", True)
    return TimeExpression(match.start(), match.end(), match["year"], "stated", "year")


def _relative_of(kind: str, value: Callable[["re.Match[str]", date | None, str | None], str | None]) -> _Reader:
    """A reader for an expression that is reckoned and cannot be open."""
    return lambda match, today, anchor: TimeExpression(
        match.start(), match.end(), value(match, today, anchor), "relative", kind
    )


def _weekday(match: re.Match[str], today: date | None) -> TimeExpression:
    number = _DAYS[match["w"].lower()]
    which = (match["wrel"] or "").lower()
    if which and which != "this" and today is not None:
        back = (today.weekday() - number) % 7
        shift = -(back or 7) if which == "last" else (7 - back)
        value = (today + timedelta(days=shift)).isoformat()
        return TimeExpression(match.start(), match.end(), value, "relative", "day")
    return TimeExpression(match.start(), match.end(), None, "relative", "weekday", False, None, None, number)


#: By the group that the pattern matched: how to read it.
_READERS: dict[str, _Reader] = {
    "iso": _iso,
    "mdy": lambda match, today, anchor: _day_month(match, "1", today, anchor),
    "dmy": lambda match, today, anchor: _day_month(match, "2", today, anchor),
    "my": _month_only,
    "lastmonth": lambda match, today, anchor: _named_month(match, today),
    "weekday": lambda match, today, anchor: _weekday(match, today),
    "anniversary": _relative_of("day", _anniversary),
    "today": _relative_of("day", _deictic),
    "rel": _relative_of("period", _relative),
    "close": _relative_of("period", _close),
    "figures": _figures,
    "ago": _relative_of("period", _ago),
    "year": _plain_year,
}


def read(match: re.Match[str], today: date | None, anchor: str | None) -> TimeExpression:
    """The time expression that the pattern matched; open ones without their year."""
    name = next(name for name in _READERS if match[name])
    return _READERS[name](match, today, anchor)
