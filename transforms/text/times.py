"""Time expressions, resolved against the day the story was published.

Belongs here: finding them and giving each a partial ISO date, with its basis. Does not belong here: which event a date
belongs to (`transforms.extract`).
"""

import re
from collections.abc import Iterable

from transforms.text.time_expressions import Reference, TimeExpression, in_year
from transforms.text.time_readers import read
from transforms.text.words import listed

__all__ = ["Reference", "TimeExpression", "find", "windows"]

#: How far a time expression may reach beyond the word that gives it away.
_MARGIN = 28

#: A month's name or its short form, in any case.
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)day|(?<=\()(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
_YEAR = r"(?:19[5-9]\d|20[0-7]\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_NTH = rf"{_DAY}(?:st|nd|rd|th)?"
#: What makes four figures a time of day or a measure: `lifted off (2011 UTC)`, `1960 kg`.
_NOT_CLOCK = (
    r"(?!\s*-?(?:UTC|GMT|Zulu|[ECMP][SD]T|IST|JST|BST|CES?T|hours?\b|hrs?\b|local\s+time|Moscow\s+time|Beijing\s+time"
    r"|kg\b|kilogram|kilometer|kilometre|km\b|miles?\b|met(?:er|re)s?\b|pounds?\b|lbs?\b|tons?\b|tonnes?\b|watts?\b|MHz|°))"
)
#: A day behind the month, so that the number before it is no day: `on a Falcon 9 June 30 from Florida`.
_OTHER_DAY = rf"\s+{_DAY}\b\s*(?:[.,;)]|$|on\b|from\b|at\b|in\b|and\b|with\b|after\b|carrying\b|to\b|as\b)"
_WORDS = listed("times.counts")[1:]
_COUNT = (
    rf"(?:\d{{1,2}}|(?:{'|'.join(listed('times.tens'))})(?:[-\s](?:{'|'.join(_WORDS[:9])}))?"
    rf"|an?|{'|'.join(reversed(_WORDS))})"
)
#: `ten years ago today`: the count leads to just such a day, week or month.
_JUST = r"(?:,?\s+(?P<just>today|to\s+the\s+day|this\s+(?:week|month)))"
#: Where none of the forms can begin, the search need not try each of them.
_PATTERN = re.compile(
    rf"""
    (?:\b|(?=\d))(?=\w)(?:
    (?P<iso>\b{_YEAR}-[01]\d-[0-3]\d\b)
    |\b(?P<mdy>(?P<m1>{MONTH})\s*(?P<d1>{_NTH})\b(?:\s*(?:-|–|to|and|or)\s*(?:(?P<m1b>{MONTH})\s*)?(?P<d1b>{_NTH})\b)?(?!:\d)
       (?:\s*(?:,\s*|\s+of\s+|\s+)(?P<y1>{_YEAR}|last\s+year|this\s+year|next\s+year|that\s+year)\b)?)
    |\b(?P<dmy>(?:the\s+)?(?P<d2>{_NTH})(?:\s*(?:-|–|to|and|or)\s*(?P<d2b>{_NTH}))?\s+(?:of\s+)?(?P<m2>{MONTH})(?!{_OTHER_DAY})
       (?:\s*(?:,\s*|\s+of\s+|\s+)?(?P<y2>{_YEAR}|last\s+year|this\s+year|next\s+year|that\s+year)\b)?)
    |\b(?P<my>(?P<m3>{MONTH})(?:\s*(?:-|–|/|to|and|or)\s*(?P<m3b>{MONTH}))?
       (?:,?\s+(?:of\s+)?(?P<y3>{_YEAR}|last\s+year|this\s+year|next\s+year|the\s+same\s+year|that\s+year)\b)?)
    |\b(?P<lastmonth>(?P<rel6>last|this|next)\s+(?P<m6>{MONTH})\b(?!,?\s+{_YEAR}))
    |(?P<weekday>(?:\b(?P<wrel>last|next|this|coming)\s+)?(?P<w>{_WEEKDAY})\b)
    |\b(?P<anniversary>(?:this|that)\s+(?:very\s+)?day,?\s+(?:in|of)\s+(?P<y7>{_YEAR}))\b
    |\b(?P<today>today|tonight|last\s+night|overnight|yesterday|tomorrow|this\s+(?:morning|afternoon|evening)|the\s+same\s+day|that\s+(?:same\s+)?day|the\s+(?:day\s+before|previous\s+day|next\s+day|following\s+day))\b
    |\b(?P<rel>(?:(?:earlier|later|late|early)\s+)?(?P<r>last|this|next|the\s+same|that|the\s+following|the\s+previous|the\s+current|the\s+coming)\s+(?P<u>week(?:end)?|month|year|spring|summer|autumn|fall|winter|quarter(?!\s+of\b)))\b
    |\b(?P<close>(?:end|close|half|quarter|rest|remainder)\s+of\s+the\s+(?P<cu>year|month)|year(?:['’]s)?[-\s]end
       |(?:in|for|by|until|during|than)\s+(?:the\s+)?(?:first|second|third|fourth|last)\s+(?:quarter|half)\b(?!\s+(?:of|results|earnings|revenue|{_YEAR}))
       |(?:in|for|by|until|during)\s+(?:the\s+)?(?:late\s+|early\s+|mid-?\s*)?(?:spring|summer|autumn|fall|winter)\b(?!\s+(?:of\s+)?(?:{_YEAR}|last|this|next)))\b
    |(?<![\d/.-])(?P<figures>(?P<f1>[0-3]?\d)(?P<fs>[-/.])(?P<f2>[0-3]?\d)(?P=fs)(?P<f3>{_YEAR}))(?![\d/-])
    |\b(?P<ago>(?P<n>{_COUNT})\s+(?P<nu>day|week|month|year)s?\s+(?:ago|earlier|before|later|after){_JUST}?)\b
    |\b(?<!Vision\ )(?<!Agenda\ )(?<!Horizon\ )(?<!Expo\ )
       (?P<year>{_YEAR})(?P<y4b>\s*(?:-|–|/|or|to|and)\s*(?:20)?\d\d\b(?!-))?\b{_NOT_CLOCK}
    )
    """,
    re.X | re.I,
)


def find(text: str, start: int, end: int, reference: Reference, anchor: str | None = None) -> list[TimeExpression]:
    """The time expressions of [start, end); `anchor` is the last date told before, for `the same day`.

    An open one (`Tuesday`, `April 14`) has the value that it takes in a past tense.
    """
    found: list[TimeExpression] = []
    for match in _PATTERN.finditer(text, start, end):
        if match["my"] and not _is_month(match, text):
            continue
        if match.start() >= 5 and text[match.start() - 5 : match.start() + 5].lower() == "long march":
            continue  # the rocket
        time = read(match, reference.day, anchor)
        if found and time.is_open and _is_of_year(found[-1], time, text):
            time = in_year(time, found.pop(), reference)
        elif time.is_open:
            time = time._replace(value=time.in_tense("past", reference))
        if time.value and not time.is_range:
            anchor = time.value
        if found and _is_weekday_of(found[-1], time, text):
            time = time._replace(start=found.pop().start)
        found.append(time)
    return found


#: What may stand between `ten years ago` and the day.
_JOINS = re.compile(r"\s?,?\s(?:on\s|in\s)?(?:the\s)?")


def windows(text: str, start: int, end: int, words: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of [start, end) around words at which a time expression can stand."""
    found: list[tuple[int, int]] = []
    for first, last in words:
        begin = max(start, text.rfind(" ", start, max(start, first - _MARGIN)) + 1)
        stop = min(end, last + _MARGIN)
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], stop)
        else:
            found.append((begin, stop))
    return found


def _is_weekday_of(before: TimeExpression, time: TimeExpression, text: str) -> bool:
    """`Monday, April 15`: the weekday adds nothing to the date behind it."""
    is_date = time.day is not None or time.kind == "day"
    return before.weekday is not None and is_date and text[before.end : time.start].strip(" ,(") == ""


def _is_of_year(before: TimeExpression, time: TimeExpression, text: str) -> bool:
    """`ten years ago, on September 20`: the year is told before the day or the month."""
    is_year = before.kind == "period" and before.value is not None and len(before.value) == len("2031")
    if not is_year or text[before.end - len(" ago") : before.end].lower() != " ago":
        return False
    is_part = time.month is not None or time.weekday is not None
    return is_part and _JOINS.fullmatch(text, before.end, time.start) is not None


#: Months that people are called too, and what stands before a month.
_PERSONS = frozenset({"Jan", "April", "June", "August", "May"})
_BEFORE = frozenset(
    {"in", "since", "until", "by", "of", "last", "this", "next", "late", "early", "mid", "from", "during"}
)


#: `a March launch`, `its May Vega flight`.
_LED = re.compile(r"\b(?:a|the|its|their) $")
_OF_MONTH = re.compile(r"\s(?:[A-Z][\w-]*\s(?:\d\s)?)?(?:launch|flight|lift-?off|mission|debut)\b")


def _is_month(match: re.Match[str], text: str) -> bool:
    """Whether `May` and `March` are months here: capital, and with a year or after a preposition of time."""
    word = match["m3"]
    if not word[0].isupper():
        return False
    if _LED.search(text, max(0, match.start() - 6), match.start()) and _OF_MONTH.match(text, match.end()):
        return True
    if not match["y3"] and word in _PERSONS and text[match.end() + 1 : match.end() + 2].isupper():
        before = text[max(0, match.start() - 12) : match.start()].split()
        if not before or before[-1].lower() not in _BEFORE:
            return False  # `ESA chief Jan Woerner`
    if word.rstrip(".") not in ("May", "March", "Mar", "Sun") or match["y3"]:
        return not (word == "March" and text[max(0, match.start() - 5) : match.start()] == "Long ")
    before = text[max(0, match.start() - 12) : match.start()].lower().split()
    return bool(before) and before[-1] in (
        "in", "since", "until", "by", "of", "last", "this", "next", "late", "early", "mid", "from", "to", "and",
        "during", "before", "after", "end-", "for", "or", "mid-",
    )  # fmt: skip
