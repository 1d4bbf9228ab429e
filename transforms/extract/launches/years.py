"""Days that stand together and lend each other their year: `May 28 and July 1, 2031`, `2031 - March 28 and May 3`.

Belongs here: parting such pairs, and giving a day the year told beside it. Does not belong here: which of the days is a
launch's own (`dates`).
"""

import re

from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*", re.I)
ORDER = "janfebmaraprmayjunjulaugsepoctnovdec"
#: `May 28 and July 1, 2031`, `June 29 to 25`; and how a date is moved from one to the other.
_PAIR = re.compile(
    rf"(?P<m1>{MONTH.pattern})\.?\s+(?P<d1>\d{{1,2}})\s+(?P<joint>and|to)\s+(?:(?P<m2>{MONTH.pattern})\.?\s+)?"
    r"(?P<d2>\d{1,2})(?:,?\s+(?P<year>\d{4}))?",
    re.I,
)
_YEARS = re.compile(r"((?:19|20)\d\d) and ((?:19|20)\d\d)")
_MOVED = re.compile(r"\b(?:moved|pushed|delayed|shifted|changed|slipped|postponed|rescheduled|advanced)\b.* from$")
#: What opens a list of days behind their year.
_MARK = re.compile(r"\s*[-–—:]+\s*")
#: How far behind a full date another day goes on with its year.
_AND = 32


def parted(sentence: Sentence, time: TimeExpression) -> list[TimeExpression]:
    """`May 28 and July 1, 2031` as its two days; of `moved from July 29 to July 25` the new one."""
    words = sentence.part.text[time.start : time.end] if time.is_range else ""
    before = sentence.part.folded[max(sentence.start, time.start - 40) : time.start].rstrip()
    years = _YEARS.fullmatch(words)
    if years is not None and not before.endswith("between"):
        return [
            time._replace(start=time.start + years.start(n), end=time.start + years.end(n), value=years[n], kind="year",
                          basis="stated", is_range=False) for n in (1, 2)
        ]  # fmt: skip
    match = _PAIR.fullmatch(words)
    if match is None:
        return [time]
    is_moved = match["joint"] == "to" and _MOVED.search(before) is not None
    if not is_moved and (match["joint"] == "to" or before.endswith("between")):
        return [time]
    days = []
    for month, day, group in ((match["m1"], match["d1"], "m1"), (match["m2"] or match["m1"], match["d2"], "d2")):
        number = 1 + ORDER.index(month[:3].lower()) // 3
        start = time.start + (match.start(group) if group == "m1" or not match["m2"] else match.start("m2"))
        end = time.start + match.end("d1" if group == "m1" else "d2")
        whole = f"{match['year']}-{number:02d}-{int(day):02d}" if match["year"] else None
        if whole:
            days.append(TimeExpression(start, end, whole, "stated", "day"))
        else:
            days.append(TimeExpression(start, end, None, "relative", "month-day", False, number, int(day)))
    return days[1:] if is_moved else days


def of_same_year(sentence: Sentence, times: list[TimeExpression]) -> list[TimeExpression]:
    """`30 on May 7, 2031 and 30 more on June 2`: the later day is of the year told before it."""
    for index in range(1, len(times)):
        told, day = times[index - 1], times[index]
        if not (told.kind == "day" and told.basis == "stated" and day.month and day.day and day.is_open and told.value):
            continue
        value = f"{told.value[:4]}-{day.month:02d}-{day.day:02d}"
        between = sentence.part.text[told.end : day.start]
        if value > told.value and re.match(r",? and\b", between) and len(between) < _AND:
            times = [*times[:index], day._replace(value=value, kind="day", basis="stated"), *times[index + 1 :]]
    return times


def of_year(sentence: Sentence, times: list[TimeExpression]) -> list[TimeExpression]:
    """`planned for 2031 - April 2, May 30 and June 2`: the days that a mark lists behind a year are of it."""
    for index, year in enumerate(times[:-1]):
        if year.kind != "year" or not year.value or not _MARK.fullmatch(
            sentence.part.text, year.end, times[index + 1].start):  # fmt: skip
            continue
        days = [
            day._replace(value=f"{year.value}-{day.month:02d}-{day.day:02d}", kind="day", basis="stated")
            if day.month and day.day and day.is_open
            else day
            for day in times[index + 1 :]
        ]
        return [*times[:index], *days]
    return times
