"""Launches told as a lasting service: satellites of others that a party or its rockets have launched over the years.

Belongs here: who launches and whose satellites, by the verb between them. Does not belong here: the noun `launch
service` (`services`), one launch (`launches`).
"""

import re
from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, actors, distinct, words
from transforms.extract.cooperations.craft import Thing, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.roles import behind, draft, governed, listed, subject
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.numbers import at as numeral
from transforms.text.sentence import Sentence

_SPANS = (
    r"since|over the (?:years|past|last)|in the past|in recent years|so far|to date|till date|always|regularly|"
    r"for (?:decades|years|many)|in the (?:\d{4}s|eighties|nineties)|between \d{4} and \d{4}|from \d{4} to \d{4}|"
    r"have all|has all|all (?:of )?\w+ s|most of|until \d{4}|for more than|dozens of|scores of"
)
#: What tells of a period, in folded text; the perfect alone does so only where no one batch is meant.
_LONG = re.compile(rf"\b(?:{_SPANS})\b")
_PERIOD = re.compile(rf"\b(?:{_SPANS}|have been)\b")
_POINTING = frozenset({"the", "these", "those"})
_REACH = 9


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether a verb of launching and a plural of craft can stand in a sentence that tells of a period."""
    said = sentence.words
    return not (words("lifting").isdisjoint(said) or words("period").isdisjoint(said)) and (
        sentence.is_space and sentence.says(_PERIOD)
    )


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each party whose satellites another launches."""
    items = sentence.items
    exact = any(time.value is not None and len(time.value) > 7 for time in sentence.times)
    if exact and "beginning with" not in sentence.text and "starting with" not in sentence.text:
        return  # that is one launch
    for at, item in enumerate(items):
        if item.kind == "word" and _is_lifting(item) and not is_hoped(sentence, at, 9):
            yield from _launched(sentence, at)


def _is_lifting(item: Item) -> bool:
    head, _, last = item.low.partition(" ")
    return head in words("lifting") or (bool(last) and last in words("lifting"))


def _launched(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`A has launched satellites for B and C`; `B's satellites have flown on rockets of A`."""
    goods = _object(sentence, at)
    if goods and sentence.items[at].low in words("entrusting"):  # `B has entrusted satellites to A's rocket`
        yield from _entrusted(sentence, at, goods[0])
        return
    provider = subject(sentence, at)[-1:] or _rocket(sentence, range(max(0, at - 7), at)) if goods else []
    if not goods:
        goods = _subject(sentence, at)
        provider = governed(sentence, at, "by", "to", reach=7)[:1]
        provider = provider or _rocket(sentence, range(at + 1, min(len(sentence.items), at + 9)))
    for thing in goods if provider else ():
        for owner in _owners(sentence, thing):
            if not (is_at_home(owner.code, provider[0].code) or is_at_home(provider[0].code, owner.code)):
                named = thing if thing.mention is not None else None
                made = draft("launch_service", "launch_service", sentence, at, [provider[0], owner],
                             thing=named, supplier=provider[0])  # fmt: skip
                if made is not None:
                    yield made


def _entrusted(sentence: Sentence, at: int, thing: Thing) -> Iterator[Draft]:
    provider = governed(sentence, at, "to", "with", reach=10)[:1]
    provider = provider or _rocket(sentence, range(thing.last, min(len(sentence.items), thing.last + 8)))
    owner = subject(sentence, at)[-1:]
    if provider and owner and not (is_at_home(owner[0].code, provider[0].code)):
        made = draft("launch_service", "launch_service", sentence, at, [provider[0], owner[0]], supplier=provider[0])
        if made is not None:
            yield made


def _object(sentence: Sentence, at: int) -> list[Thing]:
    """The craft behind the verb: plural, or several by name."""
    behind_it = [t for t in things(sentence) if t.first > at]
    if not behind_it or behind_it[0].first - at > _REACH:
        return []
    if _breaks(sentence.items[at + 1 : behind_it[0].first]):
        return []
    named = [t for t in behind_it if t.mention is not None and t.told]
    return named if len(named) > 1 else [t for t in behind_it[:1] if _is_plural(t)]


def _subject(sentence: Sentence, at: int) -> list[Thing]:
    """The craft before the verb."""
    lead = [t for t in things(sentence) if t.last <= at and at - t.end < _REACH]
    return [t for t in lead[-1:] if _is_plural(t) and (sentence.says(_LONG) or not _is_counted(t))]


def _breaks(between: list[Item]) -> bool:
    return any(item.kind in ("semicolon", "colon", "stop") or "rel" in item.classes for item in between)


def _is_counted(thing: Thing) -> bool:
    """`two Indian satellites`, `the satellites`: of one batch."""
    items, start = thing.sentence.items, max(0, thing.first - 3)
    return any(items[at].low in _POINTING or numeral(items, at) is not None for at in range(start, thing.first))


def _is_plural(thing: Thing) -> bool:
    noun = thing.sentence.items[thing.last - 1].low
    return noun.endswith(("satellites", "spacecraft", "craft", "cubesats", "smallsats", "payloads", "probes"))


def _owners(sentence: Sentence, thing: Thing) -> list[Actor]:
    """All whose satellites they are: `satellites from A, B and C`; `20 Indian satellites`; `satellites for A`."""
    if thing.mention is None:
        for governor, index in behind(sentence, thing.last - 1, 9):
            if governor in ("from", "of", "for") and actors(sentence, index):
                return distinct(a for i in listed(sentence, index) for a in actors(sentence, i))
    return list(thing.told[:1])


def _rocket(sentence: Sentence, near: range) -> list[Actor]:
    """Whose rocket is named there, or described: `Omani rockets`."""
    items = sentence.items
    for index in near:
        mention = items[index].mention
        if mention is None:
            continue
        if mention.reading("vehicle", "vehicle_family") and len(mention.codes) == 1:
            return [Actor(mention.codes[0], mention.start, mention.end, sentence.part.name, True, index)]
        if any(item.low.startswith(("rocket", "launcher")) for item in items[index + 1 : index + 4]):
            return list(actors(sentence, index))[:1]
    return []
