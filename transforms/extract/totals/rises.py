"""What is raised to a number: `taking the number of signatories to 50`, `the fleet has grown to 40 satellites`.

Belongs here: the frames of tallies. Does not belong here: other figures without a noun of their own
(`ellipsis`).
"""

from transforms.extract.totals import periods
from transforms.extract.totals.figures import Figure
from transforms.extract.totals.setting import PARTNERS, Verdict
from transforms.extract.totals.words import NOUNS, Noun, noun_at, verb_at, word_set
from transforms.text.items import Item
from transforms.text.numbers import Number
from transforms.text.sentence import Sentence

_SUMS = word_set("ellipsis.sums")
_BOUNDS = word_set("rises.bounds")
_REACH, _NEAR, _CLOSE = 22, 7, 24


def read(sentence: Sentence, number: Number) -> tuple[Figure, Verdict] | None:
    """`bringing the fleet to 713 satellites`, `the number of signatories has risen to 50`, `… exceeded 400`."""
    items = sentence.items
    start = number.first
    while start and items[start - 1].low in _BOUNDS:
        start -= 1
    if not start or number.is_ordinal:
        return None
    if (
        items[start - 1].cue("total.exceed") is not None
        or "be" in items[start - 1].classes
        or _totals(items, start - 1)
    ):
        verb = start - 1
    elif items[start - 1].low == "to":
        verb = next((n for n in range(start - 2, max(-1, start - _REACH), -1) if items[n].cue("total.raise")), -1)
    else:
        return None
    if verb < 0 or any("modal" in i.classes or "to" in i.low.split() for i in items[max(0, verb - 2) : verb]):
        return None
    tallied = _tallied(items, verb, number)
    if tallied is None:
        return None
    head, noun = tallied
    scope = "current" if noun.metric in PARTNERS or _is_fleet(items, verb, number.first) else "cumulative"
    if scope == "cumulative" and _is_of_period(sentence, verb, number):
        scope = "window"
    return Figure(number, noun, head), Verdict("count_raised", scope, verb)


def _totals(items: list[Item], at: int) -> bool:
    """`signatories now number 43`, `the launches total 60`."""
    if items[at].low not in _SUMS:
        return False
    return any((noun := noun_at(items, n)) is not None and noun.is_many for n in range(max(0, at - 2), at))


def _tallied(items: list[Item], verb: int, number: Number) -> tuple[int, Noun] | None:
    """What the tally counts that the verb raises, and its place: behind the verb, behind the number, or before both."""
    if _totals(items, verb):
        return _counted(items, range(verb - 1, -1, -1))
    stretches = (
        range(verb + 1, number.first),
        range(number.last, min(len(items), number.last + 4)),
        range(verb - 1, max(-1, verb - 14), -1),
    )
    for stretch in stretches:
        tally = next((n for n in stretch if items[n].cue("total.tally")), None)
        if tally is None:
            continue
        named = _counted(items, range(tally + 1, min(len(items), tally + 7)))
        if named is not None:
            return named
        if items[tally + 1].low == "of" and items[tally].cue("total.fleet") is None:
            return None  # it counts something else
        if items[tally].cue("total.fleet") is not None:
            return tally, NOUNS["satellites"]
        if items[tally].low == "membership" or _is_joined(items, verb):
            return tally, NOUNS["members"]
        return _counted(items, range(verb - 1, -1, -1)) or _one_more(items, verb)
    if items[verb].cue("total.exceed") is not None:
        return _counted(items, range(max(0, verb - _NEAR), verb))
    return None


def _is_of_period(sentence: Sentence, verb: int, number: Number) -> bool:
    """`brought the tally for the year to 45`: the words of a period stand among those of the rise."""
    window = periods.window(sentence)
    return window is not None and sentence.items[verb].start < window.start < number.end + _CLOSE


def _one_more(items: list[Item], verb: int) -> tuple[int, Noun] | None:
    """`The lift-off brought the tally to 45`: the one flight that raises the number of such."""
    for at in range(verb - 1, -1, -1):
        noun = noun_at(items, at)
        if noun is not None:
            return (at, noun) if noun.is_one and noun.metric == "launches" else None
    return None


def _is_joined(items: list[Item], verb: int) -> bool:
    """`Peru and Chad joined, bringing the total to 27`: of those who join a standing agreement."""
    cues = (verb_at(items, at) for at in range(max(0, verb - 14), verb))
    return any(cue is not None and cue.value == "join" for cue in cues)


def _counted(items: list[Item], stretch: range) -> tuple[int, Noun] | None:
    """The first counted plural of a stretch."""
    for at in stretch:
        noun = noun_at(items, at)
        if noun is not None and noun.is_many:
            return at, noun
    return None


def _is_fleet(items: list[Item], verb: int, last: int) -> bool:
    tally = next((item for item in items[verb:last] if item.cue("total.tally") is not None), None)
    return tally is not None and tally.cue("total.fleet") is not None
