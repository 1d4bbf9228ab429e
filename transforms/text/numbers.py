"""Numbers in a text: digits, words, ordinals, and the bounds put on them.

Belongs here: what value the words have. Does not belong here: what is counted (`transforms.extract.totals.kind`).
"""

from typing import NamedTuple

from transforms.text.items import Item
from transforms.text.words import listed

_UNITS = {word: n for n, word in enumerate(listed("numbers.units"))}
_TENS = {word: 10 * n for n, word in enumerate(listed("numbers.tens"), start=2)}
_ORDINALS = {word: n for n, word in enumerate(listed("numbers.ordinals"), start=1)}
_TENTHS = {word: 10 * n for n, word in enumerate(listed("numbers.tenths"), start=2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_STARTS = frozenset({*_UNITS, *_TENS, *_ORDINALS, *_TENTHS, "a", "an"})
_ABOVE = ("more than", "over", "at least", "upwards of", "in excess of", "no fewer than", "no less than")
_BELOW = ("fewer than", "less than", "up to", "at most", "no more than", "under", "as many as")
_NEAR = ("about", "some", "around", "nearly", "almost", "roughly", "approximately", "close to", "an estimated")

#: Each phrase with its bound, the longest first (`no more than` holds `more than`).
_BOUNDS = sorted(
    [(phrase, ">=") for phrase in _ABOVE] + [(phrase, "<=") for phrase in _BELOW] + [(phrase, "~") for phrase in _NEAR]
    + [("more or less than", "~")],
    key=lambda pair: (-len(pair[0]), pair),
)  # fmt: skip
#: The last word of every phrase of bounds: any other before a number puts none on it.
_BOUND_ENDS = frozenset(phrase.split()[-1] for phrase, _ in _BOUNDS)


class Number(NamedTuple):
    """A number at items [first, last).

    Attributes:
        bound: `=`, `>=`, `<=` or `~`.
        is_ordinal: a place in a row (`273rd`, `third`), not a count.
        start, end: offsets of the number's own words.
    """

    first: int
    last: int
    start: int
    end: int
    value: float
    is_ordinal: bool
    bound: str


def _digits(low: str) -> tuple[float, bool] | None:
    ordinal = low[-2:] in ("st", "nd", "rd", "th")
    bare = low[:-2] if ordinal else low
    bare = bare.rstrip(",.")
    try:
        return float(bare.replace(",", "")), ordinal
    except ValueError:
        return None


def _words(items: list[Item], at: int) -> tuple[int, float, bool] | None:
    """Index after the number in words that begins here, its value, and whether it is an ordinal."""
    low = items[at].low
    if low in _ORDINALS:
        return at + 1, _ORDINALS[low], True
    if low in _TENTHS:
        return at + 1, _TENTHS[low], True
    if low in _TENS:
        value, end = float(_TENS[low]), at + 1
        follow = end + 1 if end < len(items) and items[end].kind == "hyphen" else end
        if follow < len(items) and items[follow].low in _ORDINALS and _ORDINALS[items[follow].low] < 10:
            return follow + 1, value + _ORDINALS[items[follow].low], True
        if follow < len(items) and 0 < _UNITS.get(items[follow].low, 0) < 10:
            value, end = value + _UNITS[items[follow].low], follow + 1
        return end, value, False
    if low in _UNITS:
        return at + 1, _UNITS[low], False
    if low in ("a", "an") and at + 1 < len(items) and items[at + 1].low in _SCALES:
        return at + 1, 1, False
    return None


def _bound(items: list[Item], first: int) -> str:
    if not first or items[first - 1].low.rpartition(" ")[2] not in _BOUND_ENDS:
        return "="
    before = " ".join(item.low for item in items[max(0, first - 3) : first])
    for phrase, bound in _BOUNDS:
        if before == phrase or before.endswith(f" {phrase}"):
            return bound
    return "="


def at(items: list[Item], index: int) -> Number | None:
    """The number that begins at this item, or None."""
    item = items[index]
    value: float
    if item.kind == "number":
        read = _digits(item.low)
        if read is None:
            return None
        value, ordinal = read
        end = index + 1
    elif item.kind == "word":
        worded = _words(items, index)
        if worded is None:
            return None
        end, value, ordinal = worded
    else:
        return None
    while not ordinal and end < len(items) and items[end].low in _SCALES:
        value *= _SCALES[items[end].low]
        end += 1
    bound = _bound(items, index)
    if end < len(items) and items[end].low == "+":
        bound = ">="
    elif end + 1 < len(items) and items[end].low == "or" and items[end + 1].low in ("more", "so"):
        bound = ">=" if items[end + 1].low == "more" else "~"
    return Number(index, end, item.start, items[end - 1].end, value, ordinal, bound)


def find(items: list[Item]) -> list[Number]:
    """All numbers of a sentence, in order."""
    found: list[Number] = []
    done = 0
    for index, item in enumerate(items):
        if index < done or (item.kind != "number" and item.low not in _STARTS):
            continue
        number = at(items, index)
        if number is not None:
            found.append(number)
            done = number.last
    return found
