"""Which times in a sentence can be dates of lift-off, and which date each payload of a clause has.

Belongs here: leaving out the times of other matters, and sharing dates among payloads. Does not belong here: reading
time expressions (`transforms.text.times`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from transforms.extract.drafts import Draft
from transforms.extract.launches_items import has, item_at, lows, word_set
from transforms.text.document import Sentence
from transforms.text.items import Item
from transforms.text.times import TimeExpression

_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*", re.I)
_FULLER = ("month-day", "day", "range", "month")
_DEBUT = ("debut", "maiden", "first", "inaugural")
_BESIDE = frozenset({"after", "since", "before"})
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
    items, times = sentence.items, sentence.times
    for index, time in enumerate(times):
        if time.kind == "weekday" and _has_fuller_neighbour(times, index):
            continue
        first = next((i for i, item in enumerate(items) if item.end > time.start), len(items))
        last = next((i for i, item in enumerate(items) if item.start >= time.end), len(items))
        if any(item.mention is not None and item.mention.category != "blocker" for item in items[first:last]):
            continue
        if not _is_of_other_matter(items, first, last):
            is_doubtful = _is_other_verb(items, _governor(items, first))
            yield Date(first, last, time, has(items, first - 5, first, "launch.old"), is_doubtful)


def _has_fuller_neighbour(times: list[TimeExpression], index: int) -> bool:
    """Whether `Thursday` stands beside `Nov. 9`."""
    time = times[index]
    if index + 1 < len(times) and times[index + 1].start - time.end <= 3 and times[index + 1].kind in _FULLER:
        return True
    return index > 0 and time.start - times[index - 1].end <= 2 and times[index - 1].month is not None


def _is_of_other_matter(items: list[Item], first: int, last: int) -> bool:
    """Whether the date tells when something was said or signed, or since when: `said on Monday`, `since 2006`."""
    after = next((item for item in items[first + 1 : first + 5] if item.kind == "word" and not item.classes), None)
    if after is not None and after.low in word_set("occasions"):
        return True
    follower = item_at(items, last)
    if follower is not None and follower.low in word_set("speech"):
        return True
    if first > 3 and items[first - 1].low == "to" and "from" in lows(items, first - 5, first):
        return True
    at = _governor(items, first)
    if at < 0:
        return False
    if items[at].low.startswith(_DEBUT) and not _BESIDE.isdisjoint(lows(items, at - 5, at)):
        return True  # `seven years after its debut in May 2017`
    if items[at].low == "since":
        return "when" not in lows(items, first, first + 8)
    return items[at].low in word_set("told")


def _governor(items: list[Item], first: int) -> int:
    """Index of what the date hangs on, over its prepositions."""
    at = first - 1
    while at >= 0 and items[at].low in _LEADS:
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
    order = "janfebmaraprmayjunjulaugsepoctnovdec"
    numbers = [1 + order.index(name) // 3 for name in names]
    return [time._replace(value=f"{time.value[:4]}-{number:02d}", is_range=False) for number in numbers]


def best(times: list[TimeExpression]) -> TimeExpression | None:
    """Of several dates of one clause, the most exact, the first of equals; `in 2003 …, on 27 September` is one."""
    year = next((time.value for time in times if time.kind == "year"), None)
    unfixed = next((time for time in times if time.month and time.is_open), None)
    if year and unfixed and len(times) == 2:
        day = f"-{unfixed.day:02d}" if unfixed.day else ""
        return unfixed._replace(value=f"{year}-{unfixed.month:02d}{day}", kind="day")
    return max(times, key=lambda time: len(time.value or ""), default=None)


def put(draft: Draft, sentence: Sentence, time: TimeExpression | None) -> None:
    """Set the date in the tense of the status: what is planned lies ahead, what is done behind."""
    if time is None:
        return
    document, value = sentence.part.document, time.value
    if draft.cells["status"] == "planned":
        value = time.in_tense("future", document.reference)
    elif value and len(value) == 7 and time.basis == "relative" and document.day and value > document.day[:7]:
        value = f"{int(value[:4]) - 1}{value[4:]}"
    if value is not None:
        draft.put("date", value, time.start, time.end, inferred=time.basis != "stated")
        draft.put("date_basis", time.basis, time.start, time.end)
