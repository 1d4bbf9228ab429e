"""The time that a total is counted over, or up to.

Belongs here: windows (`since 2006`, `from 2016 to 2021`, `this year`, `in five years`) and days of account (`up to
June`). Does not belong here: reading single dates (`transforms.text.times`).
"""

import re
from typing import NamedTuple

from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

_SPAN = re.compile(
    r"""\b(?:
        (?:in|over|during|within|for)\s(?:the\s)?(?:(?:past|last|previous|these|first)\s)?(?:[\w-]+\s)?
        (?:years?|months|weeks|decades?|half|quarter)
        |(?<!of\s)this\syear(?:\salone)?
        |(?:during|in)\sthat\s(?:time|period)
        |since\sthen
    )\b""",
    re.I | re.X,
)
_YEARS = re.compile(r"((?:19|20)\d\d)\D+((?:19|20)?\d\d)$")
_SHORT = ("months", "weeks", "half", "quarter")


class Period(NamedTuple):
    """A window: the words at [start, end), and partial dates where they are told.

    Attributes:
        is_since: its end is open.
        is_short: it is less than a year.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    is_since: bool = False
    is_short: bool = False


def _before(sentence: Sentence, time: TimeExpression) -> list[str]:
    text = sentence.part.text[max(sentence.start, time.start - 30) : time.start]
    return text.lower().replace("’s", "").split()


def _is_coarse(time: TimeExpression) -> bool:
    return time.is_range or time.kind == "year" or (time.value is not None and len(time.value) == 4)


def window(sentence: Sentence) -> Period | None:
    """The period of a year or more, or with an open end, that the sentence counts over."""
    times = sentence.times
    for at, time in enumerate(times):
        words = _before(sentence, time)
        near = words[-3:]
        if "since" in near:
            return Period(time.start, time.end, time.value, None, True)
        later = times[at + 1] if at + 1 < len(times) else None
        if (
            later is not None
            and "from" in near
            and later.start - time.end < 30
            and " to " in sentence.part.text[time.end : later.start]
        ):
            return Period(time.start, later.end, time.value, later.value)
        if _is_coarse(time) and not _closes(words):
            first, last = _ends(time, sentence.part.text[time.start : time.end])
            return Period(time.start, time.end, first, last)
    match = _SPAN.search(sentence.part.text, sentence.start, sentence.end)
    if match:
        return Period(match.start(), match.end(), None, None, is_short=match[0].endswith(_SHORT))
    for time in times:
        if time.kind in ("month", "month-of-year") and _before(sentence, time)[-1:] in (["in"], ["during"]):
            return Period(time.start, time.end, time.value, time.value, is_short=True)
    return None


def _closes(words: list[str]) -> bool:
    """Whether the words make the date an end, not a span: `up to June of this year`, `by the end of 2020`."""
    return bool(words) and (words[-1] in ("until", "till", "by", "before", "after") or words[-2:] == ["up", "to"]
                            or words[-3:] == ["the", "end", "of"] or words[-2:] == ["as", "of"])  # fmt: skip


def _ends(time: TimeExpression, words: str) -> tuple[str | None, str | None]:
    """First and last (partial) date of a coarse expression."""
    match = _YEARS.search(words)
    if match:
        last = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
        return match[1], last
    return time.value, time.value


def account(sentence: Sentence) -> TimeExpression | None:
    """The date up to which the sentence counts: `as of 1 May`, `by the end of last year`, `up to June`."""
    for time in sentence.times:
        if time.value and _closes(_before(sentence, time)):
            words = _before(sentence, time)
            if words[-1] not in ("before", "after"):
                return time
    return None


def is_of_a_day(sentence: Sentence) -> bool:
    """Whether the sentence tells what happened on a certain day."""
    return any(_is_day(time) and not _closes(words) and "since" not in words[-2:]
               for time in sentence.times for words in [_before(sentence, time)])  # fmt: skip


def _is_day(time: TimeExpression) -> bool:
    return time.kind in ("day", "month-day", "weekday") or (time.value is not None and len(time.value) == 10)
