"""What headings and dates told before say of a day: `March: … on the 14th`, `2016` over a list of days.

Belongs here: months and years of headings, days told by their number alone. Does not belong here: dates that their own
words fix (`transforms.text.times`), which date is a launch's (`dates`).
"""

import re
from collections.abc import Iterable

from transforms.extract.launches.items import word_set
from transforms.text.document import Document
from transforms.text.sentence import Sentence
from transforms.text.time_expressions import TimeExpression, safe_date
from transforms.text.time_readers import month_number
from transforms.text.times import MONTH

#: A paragraph that is a heading, or that begins with one before its colon or dash.
_HEADING = re.compile(
    rf"[\W_]*(?:(?P<month>{MONTH}))?,?\s*(?P<year>(?:19[5-9]|20[0-7])\d)?\s*(?P<end>:|[–—-]\s|$)", re.I
)
#: `on the 14th`, which no noun follows: `on the 14th mission` counts.
_NTH = re.compile(r"\b[Oo]n the (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)\b(?=\s*(?P<next>[\w’']+|\W|$))")
#: How far back the month of such a day is looked for, and how far down a heading of its own line reaches.
_BACK, _FAR = 2, 20


def read(sentence: Sentence, times: Iterable[TimeExpression]) -> list[TimeExpression]:
    """The times of the sentence, with what a heading adds to them, and the days told by their number alone."""
    found = list(times)
    year, month = _headings(sentence.part.document).get(sentence.paragraph, (None, None)) if _is_body(sentence) else (
        None, None)  # fmt: skip
    if year is not None:
        found = [_in_year(time, year) for time in found]
    nths = _NTH.finditer(sentence.part.text, sentence.start, sentence.end) if "on" in sentence.words else ()
    for match in nths:
        time = _numbered(sentence, match, found, (year, month))
        if time is not None:
            found = [*(t for t in found if not _is_heading(sentence, t, month)), time]
    return sorted(found, key=lambda time: time.start)


def _is_body(sentence: Sentence) -> bool:
    return sentence.part.name == "text"


def _headings(document: Document) -> dict[int, tuple[int | None, int | None]]:
    """Year and month that the headings of an article give each of its paragraphs."""
    known: dict[int, tuple[int | None, int | None]] | None = document.__dict__.get("_headed")
    if known is not None:
        return known
    known = document.__dict__["_headed"] = {}
    text, year, month, last = document.body.text, None, None, -_FAR
    for index, (start, end) in enumerate(document.body.layout.paragraphs):
        match = _HEADING.match(text, start, min(end, start + 40))
        if match is not None and (match["month"] or match["year"]) and (match["end"] or match.end() == end):
            own = int(match["year"]) if match["year"] else None
            number = month_number(match["month"]) if match["month"] else None
            if match["end"] == "" or match.end() == end:
                year, month, last = own or year, number, index
            known[index] = (own or (year if index - last < _FAR else None), number)
        elif index - last < _FAR:
            known[index] = (year, month)
    return known


def _in_year(time: TimeExpression, year: int) -> TimeExpression:
    """A day or month without a year, under the heading of one."""
    if time.kind not in ("month-day", "month") or not time.month:
        return time
    whole = safe_date(year, time.month, time.day) if time.day else None
    value = whole.isoformat() if whole else f"{year}-{time.month:02d}"
    return time._replace(value=value, basis="stated", kind="day" if whole else "month-of-year")


def _numbered(sentence: Sentence, match: re.Match[str], times: list[TimeExpression],
              headed: tuple[int | None, int | None]) -> TimeExpression | None:  # fmt: skip
    """The day of a month told before: by the heading, in the sentence, or in one just before it."""
    after = match["next"]
    if after[:1].islower() and after not in word_set("day-follows"):
        return None
    year, month = headed
    near = [time for time in times if time.start < match.start()]
    for earlier in sentence.before():
        if near or sentence.index - earlier.index > _BACK:
            break
        near = earlier.times
    told = [time.value for time in near if time.value and len(time.value) > len("2031")]
    if month is not None:
        years = [value[:4] for value in told if int(value[5:7]) == month]
        base = (year or (int(years[-1]) if years else _year_of(sentence, month)), month)
    elif told:
        base = (int(told[-1][:4]), int(told[-1][5:7]))
    else:
        return None
    day = safe_date(base[0], base[1], int(match["day"])) if base[0] else None
    if day is None:
        return None
    return TimeExpression(match.start(), match.end(), day.isoformat(), "relative", "day", day=day.day, month=day.month)


def _year_of(sentence: Sentence, month: int) -> int | None:
    """The year of a month under a heading without one: the last such month before the story."""
    today = sentence.part.document.reference.day
    return None if today is None else today.year - (month > today.month)


def _is_heading(sentence: Sentence, time: TimeExpression, month: int | None) -> bool:
    """Whether the time is the heading at the head of the line, whose day is told further on."""
    return time.kind == "month" and time.month == month and time.start - sentence.start < len("[] ") + 1
