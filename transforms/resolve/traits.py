"""Traits of a telling: 64 bits by which the store tells that two tellings cannot be one event, before it loads them.

Belongs here: making bits of days and of words. Does not belong here: which days and words a kind has (each rule), or
the verdict, which alone decides.

A key that many ask or offer (the parties of an agreement, the rocket of a month) brings up hundreds of blocks, nearly
all of which a verdict sends away again. What each rule promises, and tests hold it to: where one asks a key that the
other offers, or both share one, and the verdict on the two bears on what becomes of them, then they have a trait in
common: the rule's `traits`, or its `shared_traits`. The reverse does not hold: traits may agree by chance, and then the
verdict is asked.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from zlib import crc32

from transforms.resolve.dates import Interval

_BITS = 64
#: Of a telling that anything may fit.
ANY = (1 << _BITS) - 1
#: Days that are one trait: nine months, so that 64 of them reach from 1990 to 2037. All that lies before is in the
#: first and all beyond in the last: what can have been at any time before 2003 has none in common with a day of 2024.
_DAYS = 274
_FIRST = date(1990, 1, 1).toordinal()
#: Days of which 64 such are more than a year.
_WEEK = 7


def anything(_: object, __: object = None) -> int:
    """Of tellings that may be one with any other."""
    return ANY


def of_words(words: Iterable[str]) -> int:
    """Tellings that have a word in common have its trait in common."""
    traits = 0
    for word in words:
        traits |= 1 << crc32(word.encode("utf-8", "surrogatepass")) % _BITS
    return traits


def of_days(days: Interval, slack: int) -> int:
    """Tellings whose days, give or take their slacks, have one in common have its trait in common."""
    first, last = _number(days[0] - slack), _number(days[1] + slack)
    return (1 << last + 1) - (1 << first)


@lru_cache(maxsize=1 << 12)
def of_near_days(days: Interval, slack: int) -> int:
    """The same within a year or so, to the week: for what meets under a key of one year."""
    first, last = (days[0] - slack) // _WEEK, (days[1] + slack) // _WEEK
    return sum({1 << number % _BITS for number in range(first, min(last, first + _BITS - 1) + 1)})


def _number(day: int) -> int:
    """The trait of a day."""
    return min(max((day - _FIRST) // _DAYS, 0), _BITS - 1)
