"""Traits of a telling: 64 bits by which the store tells that two tellings cannot be one event, before it loads them.

Belongs here: making bits of days and of words. Does not belong here: which days and words a kind has (each rule), or
the verdict, which alone decides.

A key that many ask or offer (the parties of an agreement, the rocket of a month) brings up hundreds of blocks, nearly
all of which a verdict sends away again. What each rule promises, and tests hold it to: where one asks a key that the
other offers, and the verdict on the two bears on what becomes of them, then they have a trait in common. The reverse
does not hold: traits may agree by chance, and then the verdict is asked.
"""

from collections.abc import Iterable
from zlib import crc32

from transforms.resolve.dates import Interval

_BITS = 64
#: Of a telling that anything may fit.
ANY = (1 << _BITS) - 1
#: Days that are one trait: half a year, so that they come round again after 32 years.
_DAYS = 183


def of_words(words: Iterable[str]) -> int:
    """Tellings that have a word in common have its trait in common."""
    traits = 0
    for word in words:
        traits |= 1 << crc32(word.encode("utf-8", "surrogatepass")) % _BITS
    return traits


def of_days(days: Interval, slack: int) -> int:
    """Tellings whose days, give or take their slacks, have one in common have its trait in common."""
    first, last = (days[0] - slack) // _DAYS, (days[1] + slack) // _DAYS
    if last - first >= _BITS:
        return ANY
    traits = 0
    for number in range(first, last + 1):
        traits |= 1 << number % _BITS
    return traits
