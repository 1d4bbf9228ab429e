"""Whose station hears, follows or calls whose craft: `Toruń in Poland heard the first word of Oman's X`.

Belongs here: the two sides of a verb of hearing. Does not belong here: stations built, run or lent (`ground`).
"""

from typing import NamedTuple

from transforms.extract.cooperations.actors import Actor, actors, distinct, places, words
from transforms.extract.cooperations.craft import Thing, is_single, is_station, things
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.trade import is_hoped, points_back
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_REACH = 16
_SIGNAL = 9
_BODIES = frozenset({"organization", "body", "unknown_organization"})
_CLAUSE_ENDS = frozenset({"semicolon", "colon", "dash"})


class Heard(NamedTuple):
    """Who hears, at which item, whose craft, and the craft."""

    listeners: list[Actor]
    at: int
    owners: list[Actor]
    craft: Thing


def may_be_heard(sentence: Sentence) -> bool:
    """Whether a verb of hearing and something to hear, or to hear with, stand in the sentence."""
    said = sentence.words
    if words("hearing").isdisjoint(said):
        return False
    return sentence.has("cooperation.ground") or not words("signal").isdisjoint(said)


def heard(sentence: Sentence) -> Heard | None:
    """The first such telling of the sentence."""
    items = sentence.items
    for at, item in enumerate(items):
        if item.low.partition(" ")[0] not in words("hearing") or item.mention is not None:
            continue
        if is_hoped(sentence, at, 7, far=True) or any("modal" in near.classes for near in items[max(0, at - 3) : at]):
            continue
        craft = _craft(sentence, at)
        if craft is None or not craft.owners or is_station(craft):
            continue
        owners = _behalf(sentence, at) or list(craft.owners)
        own = {actor.code for actor in owners}
        found = [actor for actor in _listeners(sentence, at) if len(own) > 1 or actor.code not in own]
        if found:
            return Heard(found, at, owners, craft)
    return None


def _behalf(sentence: Sentence, at: int) -> list[Actor]:
    """`are calling it on Oman's behalf`: for whom."""
    items = sentence.items
    near = range(at + 1, min(len(items), at + _REACH))
    behalf = next((i for i in near if items[i].low == "behalf"), None)
    return [] if behalf is None else [a for i in range(behalf - 2, behalf) for a in actors(sentence, i)][:1]


def _craft(sentence: Sentence, at: int) -> Thing | None:
    """The craft in the sentence; where its signal is told of, the one spoken of."""
    for thing in things(sentence):
        if thing.mention is not None or (len(thing.told) == 1 and is_single(thing)):
            return thing
        if is_single(thing) and points_back(thing):
            return antecedent(sentence, thing.first)  # `follow the satellite`
    items = sentence.items
    if any(item.low == "it" for item in items[at + 1 : at + 4]):
        return antecedent(sentence, at)
    near = [item.low for item in items[max(0, at - _SIGNAL) : at + _SIGNAL]]
    if words("signal").isdisjoint(near):
        return None
    return antecedent(sentence, at)


def _listeners(sentence: Sentence, at: int) -> list[Actor]:
    """Who hears: behind `by` in the passive, else the subject, or the list of stations behind a colon."""
    items = sentence.items
    by = next((i for i in range(at + 1, min(len(items), at + 5)) if items[i].low == "by"), None)
    if by is not None:
        return _of_span(sentence, by + 1, _clause_end(items, by + 1))
    colon = next((i for i in range(at + 1, len(items)) if items[i].kind == "colon"), None)
    start = _clause_start(items, at)
    subject = _of_span(sentence, start, at)
    if colon is not None and any(item.cue("cooperation.ground") for item in items[start:at]) and not subject:
        return distinct(a for i in range(colon + 1, len(items)) for a in _hosts(sentence, i))
    return subject


def _clause_start(items: list[Item], at: int) -> int:
    start = next((i + 1 for i in range(at - 1, -1, -1) if items[i].kind in _CLAUSE_ENDS), 0)
    conj = next((i for i in range(at - 1, start, -1) if items[i].low == "and" and items[i - 1].kind == "comma"), None)
    return start if conj is None else conj


def _clause_end(items: list[Item], at: int) -> int:
    ends = (i for i in range(at, len(items)) if items[i].kind in _CLAUSE_ENDS or items[i].kind == "comma")
    return min(next(ends, len(items)), at + _REACH)


def _of_span(sentence: Sentence, start: int, stop: int) -> list[Actor]:
    """Whose stations stand there: of the body that has them, else of the place or nation beside the noun."""
    items = sentence.items
    aground = [i for i in range(start, stop) if items[i].cue("cooperation.ground") is not None]
    crafts = [range(t.first, t.last) for t in things(sentence)]
    if not aground:
        return _places_only(sentence, start, stop)
    near = [i for i in range(start, stop) if not any(i in span for span in crafts)]
    bodies = [a for i in near for a in actors(sentence, i) if _is_body(items[i])]
    if bodies:
        return bodies[:1]
    nations = [a for i in near for a in actors(sentence, i) if _is_beside(items, i, aground)]
    return distinct(nations)[:1] or distinct(a for i in near for a in _hosts(sentence, i))


def _is_body(item: Item) -> bool:
    return item.mention is not None and item.mention.category in _BODIES


def _is_beside(items: list[Item], index: int, aground: list[int]) -> bool:
    """`an Omani dish`, `Oman's stations`: whether the nation describes the station or whose it is."""
    mention = items[index].mention
    if mention is None or mention.category not in ("demonym", "people", "country"):
        return False
    after = items[index + 1] if index + 1 < len(items) else None
    return mention.category != "country" or (after is not None and after.kind == "poss" and index < aground[-1])


def _hosts(sentence: Sentence, index: int) -> tuple[Actor, ...]:
    """The country of a place named behind `in`, `at`, `near`."""
    items, lead = sentence.items, index - 1
    while lead > 0 and (
        items[lead].classes & {"det", "conj"} or items[lead].mention is not None or items[lead].kind == "comma"
    ):
        lead -= 1
    return places(sentence, index) if lead >= 0 and items[lead].low in ("in", "at", "near", "outside", "on") else ()


def _places_only(sentence: Sentence, start: int, stop: int) -> list[Actor]:
    """`Toruń in Poland heard the first word`: a place that is the subject."""
    items = sentence.items
    head = next((i for i in range(start, min(stop, start + 2)) if items[i].mention is not None), None)
    if head is None or words("signal").isdisjoint(i.low for i in items[stop : stop + _SIGNAL]):
        return []
    mention = items[head].mention
    if mention is None or mention.category not in ("place", "unknown", "metonym"):
        return []
    behind = [a for i in range(head + 1, stop) if items[i - 1].low in ("in", "of") for a in places(sentence, i)]
    return list(places(sentence, head))[:1] if mention.category != "unknown" else behind[:1]
