"""Which times in a sentence can be dates of lift-off, and which date each payload of a clause has.

Belongs here: leaving out the times of other matters, and sharing dates among payloads. Does not belong here: reading
time expressions (`transforms.text.times`).
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from transforms.claim import Part
from transforms.extract.drafts import Draft
from transforms.extract.launches import headings
from transforms.extract.launches.items import has, is_plain_noun, item_at, lows, word_set
from transforms.extract.launches.kept import is_before_launch, is_put_off
from transforms.extract.launches.matters import governor, is_of_other_matter, is_other_verb, is_owner
from transforms.extract.launches.years import MONTH, ORDER, of_same_year, of_year, parted
from transforms.text.items import Item
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

#: A time of day.
_CLOCK = re.compile(r"\d[:.]\d\d\b|\d ?[ap]\.?m\b|\b(?:gmt|utc)\b", re.I)
_AFTER = re.compile(r"(\w+) (day|week|month|year)s? after$", re.I)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_FULLER = ("month-day", "day", "range", "month")
#: What makes a month that before or after a date told: `the previous March`.
_BEFORE = re.compile(r"\bthe (previous|preceding|following) $")
#: How far behind a day its year may stand: `on 4 November, in 1998`; what is further off is another matter's.
_BEHIND = 12


class Date(NamedTuple):
    """A time at items [first, last) that can be a launch's.

    Attributes:
        is_old: a later one replaces it.
        is_doubtful: it stands at a verb that is nothing to a launch (`was added in May`).
    """

    first: int
    last: int
    time: TimeExpression
    is_old: bool
    is_doubtful: bool


def find(sentence: Sentence) -> Iterator[Date]:
    """The dates of the sentence; a weekday beside its date is one with it, a number within a name is none."""
    items, times = sentence.items, _fixed(sentence)
    for index, time in enumerate(times):
        if _is_word_for_day(sentence, time) and _has_fuller_neighbour(times, index):
            continue
        first = next((i for i, item in enumerate(items) if item.end > time.start), len(items))
        last = next((i for i, item in enumerate(items) if item.start >= time.end), len(items))
        if _is_of_span(sentence, times, index) or _is_local(sentence, times, index):
            continue
        if any(_is_name(item, sentence.part.text[time.start : time.end]) for item in items[first:last]):
            continue
        if time.kind == "month" and first and _is_adjective(items, first, last):
            continue
        if time.kind == "year" and _is_of_number(items, first, last):
            continue
        turned = _turned(sentence, time)
        if turned is not time and _is_stated_behind(sentence, times, time):
            continue
        time = _of_told(sentence, turned)
        is_of_flight = _is_of_flight(items, first, item_at(items, last)) or is_owner(items, last)
        if is_of_flight or not is_of_other_matter(items, first, last):
            is_doubtful = is_other_verb(items, governor(items, first)) and not _is_when(items, last)
            is_old = (
                is_before_launch(items, first)
                or has(items, first - 7, first, "launch.old")
                or is_put_off(sentence, items, first, last)
            )
            yield Date(first, last, time, is_old, is_doubtful)


def _is_of_span(sentence: Sentence, times: list[TimeExpression], index: int) -> bool:
    """`between January 2028 and November 2032`: the two ends of a time that is counted over, and no launch's day."""
    if times[index].kind not in ("year", "month-of-year"):
        return False
    text = sentence.part.folded
    for first, last in ((index, index + 1), (index - 1, index)):
        if first < 0 or last >= len(times) or times[last].kind not in ("year", "month-of-year"):
            continue
        lead = text[max(sentence.start, times[first].start - 9) : times[first].start].rstrip()
        joint = text[times[first].end : times[last].start].strip()
        if lead.endswith("between") and joint == "and":
            return True
        if lead.endswith("from") and joint == "to" and not sentence.has("launch.slip"):
            return True
    return False


def _is_local(sentence: Sentence, times: list[TimeExpression], index: int) -> bool:
    """`on 3 June (01:20 CEST; 19:20 at the range, 2 June)`: the same moment by another clock, in brackets behind it."""
    text = sentence.part.text
    opened = text.rfind("(", sentence.start, times[index].start)
    return (
        index > 0
        and times[0].end <= opened
        and ")" not in text[opened : times[index].start]
        and _CLOCK.search(text, opened, times[index].start) is not None
    )


def _is_name(item: Item, words: str) -> bool:
    """Whether the time is a part of a name; `India today launched` is none, though a paper is called that."""
    mention = item.mention
    return mention is not None and mention.category != "blocker" and not (
        mention.category == "outlet" and words.islower())  # fmt: skip


def _is_when(items: list[Item], last: int) -> bool:
    """`tempers rose yesterday when Peru launched its first satellite`: the day of the launch."""
    return lows(items, last, last + 1) == ["when"] and has(items, last, last + 6, "launch.send", "launch.depart")


def _is_adjective(items: list[Item], first: int, last: int) -> bool:
    """`a persistent June gloom`: the month only describes a noun."""
    return is_plain_noun(item_at(items, last)) and "prep" not in items[first - 1].classes


def _is_of_number(items: list[Item], first: int, last: int) -> bool:
    """`plans three 2031 flights`: the year of so many flights is that of none."""
    after, before = item_at(items, last), item_at(items, first - 1)
    if after is None or before is None or after.low not in word_set("row.flights"):
        return False
    return before.kind == "number" or before.low in word_set("numbers") | word_set("counts")


def _fixed(sentence: Sentence) -> list[TimeExpression]:
    """The times; a day that a clause with `when` tells of the year just named is of that year."""
    times = headings.read(sentence, [time for whole in sentence.times for time in parted(sentence, whole)])
    times = of_year(sentence, of_same_year(sentence, times))
    for index in range(1, len(times)):
        year, day = times[index - 1], times[index]
        if year.kind == "year" and year.value and day.month and day.is_open:
            between = sentence.part.text[year.end : day.start]
            if re.match(r",? (?:when|in which)\b", between) and ";" not in between:
                tail = f"-{day.day:02d}" if day.day else ""
                fixed = day._replace(value=f"{year.value}-{day.month:02d}{tail}", kind="day", basis="stated")
                times = [*times[:index], fixed, *times[index + 1 :]]
    return times


def _is_stated_behind(sentence: Sentence, times: list[TimeExpression], time: TimeExpression) -> bool:
    """`two years after the launch of NimSat-4 in 2031`: its own date is told, and need not be counted."""
    later = next((t for t in times if t.start >= time.end and t.basis == "stated"), None)
    return later is not None and not re.search(r"[,;]", sentence.part.text[time.end : later.start])


def _turned(sentence: Sentence, time: TimeExpression) -> TimeExpression:
    """`six days after` is read from the last date on; what stands behind it came so many days before that date."""
    match = _AFTER.match(sentence.part.text[time.start : time.end])
    count = _COUNTS.get(match[1].lower()) or (int(match[1]) if match[1].isdigit() else 0) if match else 0
    if match is None or not count or not time.value:
        return time
    value, unit = time.value, match[2].lower()
    if unit in ("day", "week") and len(value) == 10:
        back = timedelta(days=2 * count * (7 if unit == "week" else 1))
        return time._replace(value=(date.fromisoformat(value) - back).isoformat())
    if unit == "month" and len(value) >= 7:
        months = int(value[:4]) * 12 + int(value[5:7]) - 1 - 2 * count
        return time._replace(value=f"{months // 12}-{months % 12 + 1:02d}")
    return time._replace(value=str(int(value[:4]) - 2 * count)) if unit == "year" else time


def _of_told(sentence: Sentence, time: TimeExpression) -> TimeExpression:
    """`Nimbus-1 rose in May 2031. Nimbus-2 was lost the previous March`: counted from the date told before."""
    if time.kind != "month" or not time.month:
        return time
    led = _BEFORE.search(sentence.part.folded, max(sentence.start, time.start - 24), time.start)
    if led is None:
        return time
    earlier = next(sentence.before(), None)
    told = [t for t in sentence.times if t.end < time.start] or (earlier.times if earlier is not None else [])
    known = next((t.value for t in reversed(told) if t.value and len(t.value) >= len("2031-05")), None)
    if known is None:
        return time
    year, month = int(known[:4]), int(known[5:7])
    if led[1] == "following":
        year += time.month <= month
    else:
        year -= time.month >= month
    return time._replace(value=f"{year}-{time.month:02d}", kind="day", basis="stated", is_range=False)


def _is_word_for_day(sentence: Sentence, time: TimeExpression) -> bool:
    """`Thursday`, `today`."""
    return time.kind == "weekday" or sentence.part.folded[time.start : time.end] in ("today", "tonight")


def _has_fuller_neighbour(times: list[TimeExpression], index: int) -> bool:
    """Whether `Thursday` stands beside `Nov. 9`."""
    time = times[index]
    if index + 1 < len(times) and times[index + 1].start - time.end <= 3 and times[index + 1].kind in _FULLER:
        return True
    return index > 0 and time.start - times[index - 1].end <= 2 and times[index - 1].month is not None


def _is_of_flight(items: list[Item], first: int, follower: Item | None) -> bool:
    """`said the Saturday liftoff of a Vega went well`."""
    is_of_noun = follower is not None and follower.cue("launch.noun") is not None and first > 1
    return is_of_noun and "det" in items[first - 1].classes and items[first - 2].low in word_set("speech")


def months(sentence: Sentence, time: TimeExpression) -> list[TimeExpression]:
    """`June and November 1985` as two dates; none where it is no such pair."""
    words = sentence.part.text[time.start : time.end]
    names = [name[:3].lower() for name in MONTH.findall(words)]
    if len(names) != 2 or " and " not in words or not time.value:
        return []
    numbers = [1 + ORDER.index(name) // 3 for name in names]
    return [time._replace(value=f"{time.value[:4]}-{number:02d}", is_range=False) for number in numbers]


def best(times: list[TimeExpression]) -> TimeExpression | None:
    """Of several dates of one clause, the most exact, the first of equals; `in 2003 …, on 27 September` is one."""
    year = next((time for time in times if time.kind == "year"), None)
    unfixed = next((time for time in times if time.month and time.is_open), None)
    if year and unfixed and len(times) == 2 and year.start - unfixed.end < _BEHIND:
        day = f"-{unfixed.day:02d}" if unfixed.day else ""
        return unfixed._replace(value=f"{year.value}-{unfixed.month:02d}{day}", kind="day")
    return max(times, key=lambda time: len(time.value or ""), default=None)


def put(draft: Draft, sentence: Sentence, time: TimeExpression | None) -> None:
    """Set the date in the tense of the status: what is planned lies ahead, what is done behind."""
    if time is None:
        return
    draft.notes["told_day"] = (time.month, time.day) if time.month else None
    document, value = sentence.part.document, time.value
    if draft.cells["status"] == "planned":
        value = time.in_tense("future", document.reference)
    elif value and len(value) == 7 and time.basis == "relative" and document.day and value > document.day[:7]:
        value = f"{int(value[:4]) - 1}{value[4:]}"
    if value is not None:
        put_value(draft, time, value)


def put_value(draft: Draft, time: TimeExpression, value: str, part: Part | None = None) -> None:
    """Set the date to a value that the words of a time tell or imply; `part` where they stand in the other one."""
    draft.put("date", value, time.start, time.end, inferred=time.basis != "stated", part=part)
    draft.put("date_basis", time.basis, time.start, time.end, part=part)
