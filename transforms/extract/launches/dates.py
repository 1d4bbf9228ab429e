"""Which times in a sentence can be dates of lift-off, and which date each payload of a clause has.

Belongs here: leaving out the times of other matters, and sharing dates among payloads. Does not belong here: reading
time expressions (`transforms.text.times`).
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from transforms.extract.drafts import Draft
from transforms.extract.launches.items import has, is_plain_noun, item_at, lows, word_set
from transforms.text.document import Sentence
from transforms.text.items import Item
from transforms.text.times import TimeExpression

_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*", re.I)
_ORDER = "janfebmaraprmayjunjulaugsepoctnovdec"
#: `May 28 and July 1, 2031`, `June 29 to 25`; and how a date is moved from one to the other.
_PAIR = re.compile(
    rf"(?P<m1>{_MONTH.pattern})\.?\s+(?P<d1>\d{{1,2}})\s+(?P<joint>and|to)\s+(?:(?P<m2>{_MONTH.pattern})\.?\s+)?"
    r"(?P<d2>\d{1,2})(?:,?\s+(?P<year>\d{4}))?",
    re.I,
)
_YEARS = re.compile(r"((?:19|20)\d\d) and ((?:19|20)\d\d)")
_MOVED = re.compile(r"\b(?:moved|pushed|delayed|shifted|changed|slipped|postponed|rescheduled|advanced)\b.* from$")
_AFTER = re.compile(r"(\w+) (day|week|month|year)s? after$", re.I)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_LAUNCHING = ("launch.send", "launch.depart", "launch.noun")
_FULLER = ("month-day", "day", "range", "month")
_DEBUT = ("debut", "maiden", "first", "inaugural")
_BESIDE = frozenset({"after", "since", "before"})
#: How far behind a day its year may stand: `on 4 November, in 1998`; what is further off is another matter's.
_BEHIND = 12
#: How many items a dateline in brackets may have.
_DATELINE = 12
_LEADS = frozenset({"on", "in", "late", "early", "last", "the", "at"})


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
        if time.kind == "weekday" and _has_fuller_neighbour(times, index):
            continue
        first = next((i for i, item in enumerate(items) if item.end > time.start), len(items))
        last = next((i for i, item in enumerate(items) if item.start >= time.end), len(items))
        if any(item.mention is not None and item.mention.category != "blocker" for item in items[first:last]):
            continue
        if time.kind == "month" and first and _is_adjective(items, first, last):
            continue
        time = _turned(sentence, time)
        if _is_of_flight(items, first, item_at(items, last)) or not _is_of_other_matter(items, first, last):
            is_doubtful = _is_other_verb(items, _governor(items, first))
            is_old = has(items, first - 5, first, "launch.old") or _is_put_off(sentence, items, first, last)
            yield Date(first, last, time, is_old, is_doubtful)


def _is_put_off(sentence: Sentence, items: list[Item], first: int, last: int) -> bool:
    """`due on May 1, is postponed to May 3`, `delayed from May 1`: the day that another takes the place of."""
    if "from" in lows(items, first - 2, first) and has(items, first - 4, first, "launch.slip"):
        return True
    if _is_of_past_plan(items, first, last):
        return True
    if not has(items, first - 3, first, "launch.date", "launch.plan") or has(items, first - 3, first, *_LAUNCHING):
        return False
    later = next((time for time in sentence.times if last < len(items) and time.start > items[last].start), None)
    stop = next((n for n in range(last, len(items)) if later is not None and items[n].start >= later.start), last)
    is_moved = has(items, last, stop, "launch.slip") and not {"to", "until", "till"}.isdisjoint(
        " ".join(lows(items, last, stop)).split()
    )
    return is_moved and not has(items, last, stop, "launch.send", "launch.depart")


def _is_of_past_plan(items: list[Item], first: int, last: int) -> bool:
    """`was expected to go up in early May, but there was a delay`."""
    after = lows(items, last, last + 14)
    if "but" not in after or not has(items, last + after.index("but"), last + after.index("but") + 8, "launch.slip"):
        return False
    return any(
        items[at].low in ("was", "were") and has(items, at + 1, at + 3, "launch.plan", "launch.date")
        for at in range(max(0, first - 9), first)
    )


def _is_adjective(items: list[Item], first: int, last: int) -> bool:
    """`a persistent June gloom`: the month only describes a noun."""
    return is_plain_noun(item_at(items, last)) and "prep" not in items[first - 1].classes


def _fixed(sentence: Sentence) -> list[TimeExpression]:
    """The times; a day that a clause with `when` tells of the year just named is of that year."""
    times = [time for whole in sentence.times for time in _parted(sentence, whole)]
    for index in range(1, len(times)):
        year, day = times[index - 1], times[index]
        if year.kind == "year" and year.value and day.month and day.is_open:
            between = sentence.part.text[year.end : day.start]
            if re.match(r",? (?:when|in which)\b", between) and ";" not in between:
                tail = f"-{day.day:02d}" if day.day else ""
                fixed = day._replace(value=f"{year.value}-{day.month:02d}{tail}", kind="day", basis="stated")
                times = [*times[:index], fixed, *times[index + 1 :]]
    return times


def _parted(sentence: Sentence, time: TimeExpression) -> list[TimeExpression]:
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
        number = 1 + _ORDER.index(month[:3].lower()) // 3
        start = time.start + (match.start(group) if group == "m1" or not match["m2"] else match.start("m2"))
        end = time.start + match.end("d1" if group == "m1" else "d2")
        whole = f"{match['year']}-{number:02d}-{int(day):02d}" if match["year"] else None
        if whole:
            days.append(TimeExpression(start, end, whole, "stated", "day"))
        else:
            days.append(TimeExpression(start, end, None, "relative", "month-day", False, number, int(day)))
    return days[1:] if is_moved else days


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


def _is_of_other_matter(items: list[Item], first: int, last: int) -> bool:
    """Whether the date tells when something was said or signed, or since when: `said on Monday`, `since 2006`."""
    after = next((item for item in items[first + 1 : first + 5] if item.kind == "word" and not item.classes), None)
    if after is not None and after.low in word_set("occasions"):
        return True
    follower = item_at(items, last)
    is_said = follower is not None and follower.low in word_set("speech")
    if follower is not None and follower.low == "that" and has(items, first - 2, first, *_LAUNCHING):
        is_said = False  # `a mission launching in 2031 that will look for water`
    if is_said or (follower is not None and _is_of_dateline(items, last)):
        return True
    is_span = first > 3 and items[first - 1].low == "to" and "from" in lows(items, first - 5, first)
    if is_span and not has(items, first - 9, first, "launch.slip"):
        return True
    at = _governor(items, first)
    if at < 0:
        return False
    if _is_end(items, at) or _is_aside(items, at):
        return True
    if items[at].low.startswith(_DEBUT) and not _BESIDE.isdisjoint(lows(items, at - 5, at)):
        return True  # `seven years after its debut in May 2017`
    if items[at].low == "since" or _is_of_since(items, at):
        return not _is_of_launching(items, first)
    if items[at].low == "made" and any("attempt" in item.low for item in items[max(0, at - 6) : at]):
        return False
    return items[at].low in word_set("told")


def _is_of_launching(items: list[Item], first: int) -> bool:
    """`since 2031, when a Vega took up X`; not `since 2031, when the two fell out`."""
    for at in range(first, min(len(items), first + 8)):
        if items[at].low == "when":
            return has(items, at, at + 14, *_LAUNCHING, "launch.fail")
    return False


def _is_of_dateline(items: list[Item], last: int) -> bool:
    """`(Dulles, VA 1 December 2031) -- A firm …`: the date of the writing."""
    return items[0].kind == "open" and last < _DATELINE and items[last].kind == "close"


def _is_end(items: list[Item], at: int) -> bool:
    """Whether the word is an occasion (`told a conference on July 6`) or makes the date an end (`up to June`)."""
    low = items[at].low
    if low == "as of" or lows(items, at - 1, at + 1) == ["as", "of"]:
        return True
    return (
        low in word_set("occasions") or low in ("up to", "until", "till") or (low == "to" and items[at - 1].low == "up")
    )


def _is_aside(items: list[Item], at: int) -> bool:
    """Whether the date is that of a participle of another matter behind a comma: `X, ordered in 2015, will fly`."""
    for index in range(at, max(-1, at - 14), -1):
        if items[index].kind == "comma":
            return items[index + 1].low in word_set("told")
        if items[index].kind in ("semicolon", "colon", "dash") or has(items, index, index + 1, *_LAUNCHING):
            return False
    return False


def _is_of_since(items: list[Item], at: int) -> bool:
    """`since it came into service in 2012`, `since the rocket's debut`: a clause that only tells how long."""
    for index in range(at, max(-1, at - 9), -1):
        if items[index].kind in ("comma", "semicolon"):
            return False
        if items[index].low == "since":
            is_flight = has(items, index, at + 1, "launch.send", "launch.depart", "launch.orbit", "launch.goal")
            is_flight = is_flight or _loses_rocket(items, index, at + 1)
            return items[index + 1].low != "then" and not is_flight
    return False


def _loses_rocket(items: list[Item], lo: int, hi: int) -> bool:
    """`since the loss of a Vega in May`: the rocket stands between, so that the date is of her flight."""
    return has(items, lo, lo + 9, "launch.fail") and any(
        item.mention is not None and item.mention.reading("vehicle", "vehicle_family", "spacecraft")
        for item in items[lo:hi]
    )


def _governor(items: list[Item], first: int) -> int:
    """Index of what the date hangs on, over its prepositions."""
    at = first - 1
    while at >= 0 and (items[at].low in _LEADS or items[at].low in ("here", "there")):
        at -= 1
    return at


def _is_other_verb(items: list[Item], at: int) -> bool:
    """A past verb that is nothing to a launch: `reworked in September`, `landed on July 7`."""
    item = item_at(items, at)
    if item is None or item.kind != "word" or not item.low.endswith("ed"):
        return False
    idle = ("launch.craftless", "launch.other", "launch.deal")
    return not any(cue.label.startswith("launch.") and cue.label not in idle for cue in item.cues)


def months(sentence: Sentence, time: TimeExpression) -> list[TimeExpression]:
    """`June and November 1985` as two dates; none where it is no such pair."""
    words = sentence.part.text[time.start : time.end]
    names = [name[:3].lower() for name in _MONTH.findall(words)]
    if len(names) != 2 or " and " not in words or not time.value:
        return []
    numbers = [1 + _ORDER.index(name) // 3 for name in names]
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
        draft.put("date", value, time.start, time.end, inferred=time.basis != "stated")
        draft.put("date_basis", time.basis, time.start, time.end)
