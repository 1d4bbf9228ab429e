"""Places in a row whose noun stands elsewhere: `the fourth of the year`, `the 13th to join`, `the third of its kind`.

Belongs here: the frames of such ordinals, and the noun that each means. Does not belong here: ordinals with a noun
behind them (`series`), numbers that are no ordinals (`ellipsis`).
"""

from transforms.extract.totals import series
from transforms.extract.totals.figures import Figure
from transforms.extract.totals.setting import Verdict
from transforms.extract.totals.words import NOUNS, SUMMED, Noun, noun_at, verb_at, word_set
from transforms.text.items import Item
from transforms.text.numbers import Number
from transforms.text.numbers import at as numeral
from transforms.text.sentence import Sentence

_LOW, _FEW = 4, 10
#: What may follow an ordinal that stands for a launch or a craft.
_BEHIND = word_set("places.behind")
_KINDS = word_set("places.kinds")
#: What follows a second place in a row: `and the 21st with that rocket`.
_GOES_ON = frozenset({"with", "for", "from", "by", "on", "of", "in", "using", "aboard", ".", ","})

Found = tuple[Figure, Verdict]


def read(sentence: Sentence, number: Number) -> Found | None:
    """`the fourth of the rocket this year`, `the ninth of 2011 for the base`, `the 20th signed`, `the 13th to join`."""
    items, first, last = sentence.items, number.first, number.last
    if not first or last >= len(items):
        return None
    if not (items[first - 1].low in ("the", "its", "only") or items[first - 1].kind == "poss"):
        return None
    if _is_rocket(items, first, last):
        return Figure(number, NOUNS["launch"], last), Verdict("running_number", "ordinal", first)
    if items[last].low == "to" and _joins(items, last + 1):
        return Figure(number, NOUNS["country"], first), Verdict("running_member", "ordinal", first)
    last_one = _last_one(items, number)
    if last_one is not None:
        return Figure(number, last_one[1], last_one[0]), Verdict("running_number", "ordinal", first)
    if not _stands(items, number):
        return None
    if items[last].low == "in":
        return _of_series(items, number)
    for at in range(first - 1, max(-1, first - 24), -1):
        noun = noun_at(items, at)
        if noun is not None and noun.is_one and noun.metric in ("launches", "satellites", "agreements"):
            is_one = noun.metric != "agreements" or not _is_of_kind(items, last)
            return (Figure(number, noun, at), Verdict("running_number", "ordinal", first)) if is_one else None
    return None


def _last_one(items: list[Item], number: Number) -> tuple[int, Noun] | None:
    """`the 44th flight of the rocket and the 21st with that engine`: the noun that the second one means, and where."""
    first, last = number.first, number.last
    if number.value < 2 or items[last].low not in _GOES_ON or not series.follows_ordinal(items, first):
        return None
    near = range(first - 1, max(-1, first - 16), -1)
    nouns = ((at, noun_at(items, at)) for at in near)
    return next(((at, noun) for at, noun in nouns if noun is not None and noun.is_one and noun.metric in SUMMED), None)


def _joins(items: list[Item], at: int) -> bool:
    cue = verb_at(items, at) if at < len(items) else None
    return cue is not None and cue.value in ("join", "sign")


def _stands(items: list[Item], number: Number) -> bool:
    """Whether the ordinal stands for a thing named before, and is told for its own sake."""
    last = number.last
    after = items[last].low.split()[0]
    if after not in _BEHIND and verb_at(items, last) is None:
        return False
    if after == "of" and (last + 1 >= len(items) or _is_small(items, last + 1) or _is_of_others(items, last)):
        return False
    return number.value >= _LOW or (number.value > 1 and after in ("of", "this") and _is_told(items, number.first))


def _is_of_others(items: list[Item], last: int) -> bool:
    """`the fourth of its satellites`: the noun is there."""
    return items[last + 1].low in ("its", "their") and not _is_of_kind(items, last)


def _is_of_kind(items: list[Item], last: int) -> bool:
    """`the fourth of its kind`."""
    return last + 2 < len(items) and items[last + 2].low in _KINDS


def _of_series(items: list[Item], number: Number) -> Found | None:
    """`the fourth in the country's series of weather satellites`."""
    for at in range(number.last + 1, min(len(items), number.last + 10)):
        noun = noun_at(items, at)
        if noun is not None and noun.is_many and noun.metric in ("launches", "satellites"):
            return Figure(number, noun, at), Verdict("running_number", "ordinal", number.first)
    return None


def _is_told(items: list[Item], first: int) -> bool:
    return any("be" in item.classes for item in items[max(0, first - 3) : first])


def _is_small(items: list[Item], at: int) -> bool:
    """`the second of five`: one of a few that belong together."""
    number = numeral(items, at)
    return number is not None and number.value < _FEW


def _is_rocket(items: list[Item], first: int, last: int) -> bool:
    """`only the second Soyuz from that site`: the rocket's name stands for its flight."""
    mention = items[last].mention
    if mention is None or mention.reading("vehicle", "vehicle_family") is None or last + 1 >= len(items):
        return False
    before = items[first - 2].classes if first > 1 else frozenset()
    return bool(before & {"be", "det", "adv"}) and items[last + 1].low in ("from", "this", "of", "in", "for")
