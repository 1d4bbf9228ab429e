"""Shares of a whole by name: `SpaceX flew 18 of them`, `Russia launched 19 rockets in 2023 and India seven`.

Belongs here: figures without a noun of their own that stand beside the name they are told of, under a whole that this
sentence or one just before counts. Does not belong here: lists that are set line by line (`tally`), parts that nobody
is named for (`ellipsis`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from transforms.extract.totals import periods
from transforms.extract.totals.figures import Figure, is_count
from transforms.extract.totals.owners import Owner
from transforms.extract.totals.recall import BODIES, NATIONS, Named, is_series
from transforms.extract.totals.setting import Verdict
from transforms.extract.totals.words import FLOWN, Noun, noun_at, word_set
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.numbers import Number
from transforms.text.sentence import Sentence

#: Verbs that give somebody a share, and what may stand between the verb and the number.
_SHARE = word_set("shares.verbs")
_BETWEEN = word_set("shares.between")
_SIGNS = _SHARE | {"times"}
#: What follows a share: `of them`, `of those`.
_PRONOUNS = frozenset({"them", "those", "these", "which"})
_OF = word_set("shares.of")
_BACK, _PHRASE, _NAME = 3, 6, 2


class Share(NamedTuple):
    """A share: its figure, how it is told, and whose it is."""

    figure: Figure
    verdict: Verdict
    owner: Owner


class _Whole(NamedTuple):
    noun: Noun
    scope: str


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether a share of what the sentences before count can stand in a sentence that counts nothing itself."""
    return _is_share(sentence) and _whole_before(sentence) is not None


def _is_share(sentence: Sentence) -> bool:
    return not _SIGNS.isdisjoint(sentence.words) and bool(sentence.mentions)


def find(sentence: Sentence, told: list[tuple[Figure, Verdict]], taken: set[int]) -> Iterator[Share]:
    """The shares of a sentence.

    Args:
        sentence: the sentence.
        told: figures of the sentence that are totals.
        taken: index of the first item of each number that has its noun.
    """
    whole, since = _whole_here(told)
    before = _whole_before(sentence) if _is_share(sentence) else None
    for number in sentence.numbers:
        if number.is_ordinal or not is_count(sentence.items, number) or not _is_closed(sentence.items, number):
            continue
        told_of = _told_of(sentence.items, number)
        if told_of is None:
            continue
        name, is_gap = told_of
        if is_gap and whole is not None and (number.first <= since or number.first in taken):
            continue
        shared = before if not is_gap or whole is None else whole
        if shared is not None:
            figure = Figure(number, shared.noun, number.first, True)
            yield Share(figure, Verdict("count_part", shared.scope, number.first), _owner(name, sentence))
            whole, since = shared, since or number.first
    if whole is not None:
        yield from _listed(sentence, whole, since, taken)


def _listed(sentence: Sentence, whole: _Whole, since: int, taken: set[int]) -> Iterator[Share]:
    """`114 launches in 2018: 39 by China, 31 by the United States`: two such shares at least make a list."""
    items = sentence.items
    found: list[Share] = []
    for number in sentence.numbers:
        if number.first <= since or number.first in taken or number.is_ordinal or not is_count(items, number):
            continue
        if number.last >= len(items) or items[number.last].low not in _OF:
            continue
        names = (item.mention for item in items[number.last + 1 : number.last + 1 + _NAME])
        name = next((mention for mention in names if mention is not None), None)
        if name is not None and name.codes and (name.category in NATIONS | BODIES or is_series(name)):
            figure = Figure(number, whole.noun, number.first, True)
            found.append(Share(figure, Verdict("count_part", whole.scope, number.first), _owner(name, sentence)))
    if len(found) > 1:
        yield from found


def _whole_here(told: list[tuple[Figure, Verdict]]) -> tuple[_Whole | None, int]:
    """What the first figure of the sentence counts, and where its number stands."""
    for figure, verdict in told:
        if figure.noun.metric in FLOWN and not figure.number.is_ordinal and verdict.scope in ("window", "cumulative"):
            return _Whole(figure.noun, verdict.scope), figure.number.first
    return None, 0


def _whole_before(sentence: Sentence) -> _Whole | None:
    """What one of the sentences just before counts over a year or so, with a number."""
    for at, candidate in enumerate(sentence.before()):
        if at == _BACK:
            break
        if not candidate.numbers or periods.window(candidate) is None:
            continue
        items = candidate.items
        for number in candidate.numbers:
            if number.is_ordinal or not is_count(items, number):
                continue
            phrase = range(number.last, min(len(items), number.last + _PHRASE))
            noun = next((noun for n in phrase if (noun := noun_at(items, n)) is not None), None)
            if noun is not None and noun.metric in FLOWN and noun.is_many:
                return _Whole(noun, "window")
    return None


def _is_closed(items: list[Item], number: Number) -> bool:
    """Whether nothing that the number could count stands behind it."""
    if number.last >= len(items):
        return True
    after = items[number.last]
    behind = [item.low for item in items[number.last : number.last + 2]]
    if behind[:1] == ["times"] or (behind[:1] == ["of"] and len(behind) > 1 and behind[1] in _PRONOUNS):
        return True
    return after.kind in ("comma", "semicolon", "stop", "open", "dash") or after.low in ("and", "while", "but", ":")


def _told_of(items: list[Item], number: Number) -> tuple[Mention, bool] | None:
    """The name that a number is told of, and whether no verb stands between them."""
    at = number.first - 1
    shares = False
    while at >= 0 and items[at].mention is None:
        words = items[at].low.split()
        shares = shares or not _SHARE.isdisjoint(words)
        if _SHARE.isdisjoint(words) and _BETWEEN.isdisjoint(words) and "be" not in items[at].classes:
            return None
        at -= 1
    mention = items[at].mention if at >= 0 and number.first - at <= _PHRASE else None
    is_gap = at == number.first - 1
    if mention is None or not mention.codes or not (mention.category in NATIONS | BODIES or is_series(mention)):
        return None
    is_named = is_gap and is_series(mention) and _is_numeral_of(items, number)
    return (mention, is_gap) if shares or (is_gap and _opens(items, at) and not is_named) else None


def _is_numeral_of(items: list[Item], number: Number) -> bool:
    """`Soyuz 5`: figures behind a rocket's name are a part of it, but for `Falcon 9 91 times`."""
    behind = items[number.last].low if number.last < len(items) else ""
    return items[number.first].low.isdigit() and behind not in ("times", "of")


def _opens(items: list[Item], at: int) -> bool:
    """Whether a clause begins with this name: `, India seven`, `and the Falcon Heavy five times`."""
    lead = at - 1
    while lead >= 0 and "det" in items[lead].classes:
        lead -= 1
    return lead < 0 or (items[lead].kind in ("comma", "semicolon") or items[lead].low in ("and", "while", "but"))


def _owner(mention: Mention, sentence: Sentence) -> Owner:
    named = Named(mention, sentence.part.name)
    return Owner(None, named) if mention.category in NATIONS else Owner(named)
