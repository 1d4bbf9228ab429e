"""Figures of a sentence: a number with the noun that it counts.

Belongs here: which noun a number belongs to, over the words between them. Does not belong here: whether the figure is
a total (`counts`, `series`), or the nouns (`frames/totals.tsv`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from transforms.extract.totals.words import FLOWN, NOUNS, Noun, is_planned, noun_at, verb_at, word_set
from transforms.text.items import Item
from transforms.text.numbers import Number
from transforms.text.numbers import at as numeral
from transforms.text.sentence import Sentence

#: A number in figures that is no year (`a 2000-satellite fleet` is none), and one in words, in folded text.
_DIGITS = re.compile(r"\d+")
_YEARS = ("1950", "2079")
_NUMERAL = re.compile(
    r"\b(?=[tfsendh])(?:twice|thrice|two|three|four|five|six|seven|eight|nine|ten|eleven(?:th)?|twel(?:ve|fth)|second|third|fourth|fifth|"
    r"fourteen(?:th)?|sixth|seventh|eighth|ninth|tenth|twent\w+|thirt\w+|fort(?:y|ieth)|fift\w+|sixt\w+|sevent\w+|"
    r"eight\w+|ninet\w+|hundreds?|dozens?|thousands?)\b"
)
#: What a verb does to what it counts by the times.
_OCCASIONS = {"launch": "launches", "activate": "services", "give": "services"}
_FLYING = tuple(sorted(word_set("figures.flying")))
_FAR = 9
_GOES_ON = frozenset({"a", "an", "the", "its", "it"})
_TAIL = re.compile(r"\d+$")
_MONTHS = frozenset(word_set("figures.months"))
_TIMES = {"twice": 2, "thrice": 3}
#: There are no more states than that; so many customers are households.
_MOST = {"partner_countries": 250, "partner_organizations": 20_000}
_ADJECTIVE = tuple(sorted(word_set("figures.adjective_endings")))
_MEASURES = word_set("figures.measures")
_POINTING = word_set("figures.pointing")
_SIZES = word_set("figures.sizes")
_NO_COUNT = word_set("figures.not_counted")


class Figure(NamedTuple):
    """A number and its noun.

    Attributes:
        number: with its bound.
        noun: what is counted.
        head: index of the noun's last item.
        is_part: the number is a part of a whole that the noun names (`18 of the 31 satellites`).
    """

    number: Number
    noun: Noun
    head: int
    is_part: bool = False


def has_numeral(sentence: Sentence) -> bool:
    """Whether a number can stand in the sentence, before its items are read."""
    text, end = sentence.part.text, sentence.end
    for match in _DIGITS.finditer(text, sentence.start, end):
        is_year = len(match[0]) == len(_YEARS[0]) and _YEARS[0] <= match[0] <= _YEARS[1]
        if not is_year or text[match.end() : min(end, match.end() + 1)] in ("–", "-"):
            return True
    return any(map(_is_numeral, sentence.words))


@lru_cache(maxsize=20_000)
def _is_numeral(word: str) -> bool:
    return _NUMERAL.fullmatch(word) is not None


def figures(sentence: Sentence) -> Iterator[Figure]:
    """Every number of the sentence whose noun is counted, in order."""
    items = sentence.items
    for number in sentence.numbers:
        if is_count(items, number):
            figure = _read(items, number)
            if figure is not None and figure.noun.metric == "times":
                figure = _occasions(items, figure)
            if figure is not None and number.value <= _MOST.get(figure.noun.metric, number.value):
                yield figure
    if not _TIMES.keys().isdisjoint(sentence.lows):
        yield from _twice(items)


def _twice(items: list[Item]) -> Iterator[Figure]:
    """`has flown twice`: two flights."""
    for at, item in enumerate(items):
        behind = items[at + 1].low if at + 1 < len(items) else ""
        if item.low in _TIMES and at and item.kind == "word" and behind not in ("that", "as", "the", "this"):
            figure = Figure(Number(at, at + 1, item.start, item.end, _TIMES[item.low], False, "="), NOUNS["times"], at)
            known = _occasions(items, figure)
            if known is not None:
                yield known


def _occasions(items: list[Item], figure: Figure) -> Figure | None:
    """`has flown 30 times`, `was activated 40 times`: the verb before tells what is counted."""
    for at in range(figure.number.first - 1, max(-1, figure.number.first - 7), -1):
        cue = verb_at(items, at)
        if cue is not None and cue.label != "total.do":
            continue
        if cue is not None and figure.number.is_ordinal and not items[at].low.startswith(_FLYING):
            return None
        if cue is not None:
            return _of_deed(figure, cue.value)
    return _launched_again(items, figure)


def _of_deed(figure: Figure, deed: str) -> Figure | None:
    metric = _OCCASIONS.get(deed)
    return figure._replace(noun=figure.noun._replace(metric=metric)) if metric else None


def _launched_again(items: list[Item], figure: Figure) -> Figure | None:
    """`It is the second time in 2031 that a Nimbus has been launched`: the verb stands in the clause behind."""
    that = next(
        (at for at in range(figure.head + 1, min(len(items), figure.head + 4)) if items[at].low == "that"), None
    )
    if not figure.number.is_ordinal or that is None:
        return None
    for at in range(that + 1, min(len(items), that + _FAR)):
        cue = verb_at(items, at)
        if cue is not None and items[at].low.startswith(_FLYING):
            is_craft = items[at].low.startswith("deliver")  # `the fourth time that it has delivered a satellite`
            return figure._replace(noun=NOUNS["satellite"]) if is_craft else _of_deed(figure, cue.value)
    return None


def is_count(items: list[Item], number: Number) -> bool:
    """Whether the number is neither a year or a sum of money, nor a part of a compound or a name."""
    if number.value < 1 or number.value != int(number.value) or is_year(items, number):
        return False
    before = items[number.first - 1] if number.first else None
    after = items[number.last] if number.last < len(items) else None
    if before is not None and before.kind == "word" and before.low in _MONTHS and before.capital:
        return False
    if before is not None and (before.low in _NO_COUNT or before.kind == "hyphen"):
        return False
    if number.first > 1 and before is not None and before.kind == "word" and before.capital and _names(before):
        return False
    if _continues_name(items, number) or _is_day(items, number):
        return False
    return after is None or not (after.kind == "hyphen" or after.low in ("%", "percent", "per"))


def _is_day(items: list[Item], number: Number) -> bool:
    """`on the 12th of April`."""
    after = [item.low for item in items[number.last : number.last + 2]]
    before = [item.low for item in items[max(0, number.first - 2) : number.first]]
    follower = items[number.last] if number.last < len(items) else None
    is_led = number.is_ordinal and before == ["on", "the"] and follower is not None
    if is_led and follower is not None and (follower.low in _GOES_ON or follower.kind == "comma"):
        return True  # `on the 11th a Vega takes it up`
    return number.is_ordinal and len(after) == 2 and after[0] == "of" and after[1] in _MONTHS


def _continues_name(items: list[Item], number: Number) -> bool:
    """`the Sat-905, 906 and 907 satellites`: a sister told by her number alone, one on from the name's own."""
    at, expected = number.first, int(number.value)
    while at > 1 and items[at].low.isdigit() and int(items[at].low) == expected:
        lead = at - 1
        while lead > 0 and (items[lead].kind == "comma" or items[lead].low == "and"):
            lead -= 1
        named = _TAIL.search(items[lead].low) if items[lead].mention is not None and lead < at - 1 else None
        if named is not None:
            return int(named[0]) == expected - 1
        at, expected = lead, expected - 1
    return False


def _names(word: Item) -> bool:
    """`Flight 6`, `Expedition 71`, `Phase 1`: the number is part of a name."""
    return not word.classes and not any(cue.label.startswith(("time", "total.sum")) for cue in word.cues)


def is_year(items: list[Item], number: Number) -> bool:
    """Four plain digits of our time."""
    low = items[number.first].low
    return number.last == number.first + 1 and low.isdigit() and len(low) == 4 and 1950 <= number.value < 2080


def _read(items: list[Item], number: Number) -> Figure | None:
    at, part = (number.last, False) if number.is_ordinal else _after_partitive(items, number.last)
    best: Figure | None = Figure(number, NOUNS["launches"], at) if number.is_ordinal and _is_rocket(items, at) else None
    paired = number.is_ordinal and _is_paired(items, number)
    while at < len(items) and at < number.last + _FAR:
        noun = noun_at(items, at)
        both = paired or (noun is not None and noun.metric in FLOWN and _leads_pair(items, number))
        if noun is not None and (noun.is_one or both if number.is_ordinal else noun.is_many):
            best = Figure(number, noun, at, part)
            if not number.is_ordinal:
                return best
        elif noun is None and best is not None and not (number.is_ordinal and _describes(items, at)):
            return best
        elif number.is_ordinal and items[at].low == "one" and at > number.last:
            return _stands_for(items, number, at)
        if not _passes(items, at):
            return best
        at += 1
    return best


def _is_paired(items: list[Item], number: Number) -> bool:
    """`the ninth and 10th satellites`: the noun is of both, and counted once."""
    first = number.first
    return first > 1 and "conj" in items[first - 1].classes and items[first - 2].kind in ("number", "word")


def _leads_pair(items: list[Item], number: Number) -> bool:
    """`the 15th and 16th satellites`: the first of two places."""
    after = items[number.last : number.last + 2]
    return len(after) == 2 and "conj" in after[0].classes and after[1].kind == "number"


def _stands_for(items: list[Item], number: Number, at: int) -> Figure | None:
    """`The satellite is the 13th commercial one`: the noun that `one` stands for, named before in the sentence."""
    for index in range(number.first - 1, -1, -1):
        noun = noun_at(items, index)
        if noun is not None and noun.is_one:
            return Figure(number, noun, at)
    return None


def _describes(items: list[Item], at: int) -> bool:
    """`its second dedicated smallsat rideshare mission`: a word between the noun that describes and the one counted."""
    item, after = items[at], items[at + 1] if at + 1 < len(items) else None
    noun = noun_at(items, at + 1) if after is not None and item.kind == "word" and not item.classes else None
    return noun is not None and noun.is_one


def _is_rocket(items: list[Item], at: int) -> bool:
    """`the eighth H3`: a rocket that flies once, told by its place in the row."""
    mention = items[at].mention if at < len(items) else None
    if mention is None or mention.reading("vehicle", "vehicle_family") is None or mention.text.endswith("s"):
        return False
    after = items[at + 1] if at + 1 < len(items) else None
    return after is None or bool(after.classes) or after.kind in ("comma", "stop") or bool(after.cues)


def _after_partitive(items: list[Item], at: int) -> tuple[int, bool]:
    """`18 of the 31 satellites`, `17 of 18 satellites`: where the noun phrase of the whole begins."""
    if at + 1 >= len(items) or items[at].low != "of":
        return at, False
    whole = at + 1
    if items[whole].low == "a total of":
        whole += 1  # `18 of a total of 60 satellites`
    elif "det" in items[whole].classes and items[whole].low not in _POINTING:
        whole += 1
        whole += whole < len(items) and is_planned(items[whole])  # `six of a planned 10 satellites`
    elif numeral(items, whole) is None:
        return at, False
    number = numeral(items, whole) if whole < len(items) else None
    return (whole if number is None else number.last), True


def _passes(items: list[Item], at: int) -> bool:
    """Whether the item can stand between a number and its noun."""
    item = items[at]
    if item.low in _MEASURES:
        return False
    if "conj" in item.classes:
        return _joins_adjectives(items, at) or _is_bound(items, at)
    if item.low == "more" and _is_bound(items, at - 1):
        return True
    if item.kind == "number" or numeral(items, at) is not None:
        compound = at + 1 < len(items) and items[at + 1].kind == "hyphen"  # `65 second-generation satellites`
        return compound or "conj" in items[at - 1].classes
    if item.kind == "word":
        return (
            not item.classes or bool(item.classes & {"det", "adv"}) and not item.classes & {"prep", "pron", "rel", "be"}
        )
    return item.kind in ("name", "hyphen", "poss", "quote")


def _is_bound(items: list[Item], at: int) -> bool:
    """`13 or more countries`, `20 or so`."""
    return items[at].low == "or" and at + 1 < len(items) and items[at + 1].low in ("more", "so")


def _joins_adjectives(items: list[Item], at: int) -> bool:
    """`21st and final launch`, `4 experimental and 55 networking satellites`."""
    before, after = items[at - 1], items[at + 1] if at + 1 < len(items) else None
    if after is None:
        return False
    adjective = (
        before.low.endswith(_ADJECTIVE) or before.low in _SIZES or before.mention is not None or before.kind == "number"
    )
    return adjective and (after.kind == "number" or not after.classes or after.low == "last")
