"""Stations called by the place where they stand, or by whose they are: `its Cuzco tracking station`.

Belongs here: whether a station is one on the ground, the place in its name, the owner that `its` or the next sentence
tells. Does not belong here: what is done with stations (`ground`).
"""

from collections.abc import Iterator
from itertools import islice

from transforms.extract.cooperations.actors import Actor, actors, distinct, places, words
from transforms.extract.cooperations.roles import governed
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_NAME = 6
_EARLIER = 4
_TOWN = 8
_CLOSED = frozenset({"prep", "be", "have", "modal", "rel", "conj"})
_THEIRS = frozenset({"its", "their"})
_POINTING = frozenset({"it", "the", "this"})


def _phrase(items: list[Item], at: int) -> Iterator[int]:
    """Items of the station's name, from the noun at item `at` backwards."""
    for index in range(at - 1, max(-1, at - _NAME), -1):
        item = items[index]
        joined = item.low == "and" and item.kind == "word" and index > 0 and items[index - 1].low.endswith("ing")
        if item.kind in ("comma", "semicolon", "colon", "open", "close") or (item.classes & _CLOSED and not joined):
            return
        yield index


def place_before(sentence: Sentence, at: int) -> list[Actor]:
    """`the Cuzco ground station`: the country of the place that the station is called by."""
    for index in _phrase(sentence.items, at):
        mention = sentence.items[index].mention
        if mention is not None and mention.category == "place" and not mention.is_doubtful:
            return list(places(sentence, index))
    return []


def name_span(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Where the station's name stands, from its place to its noun; None without a place."""
    items = sentence.items
    for index in _phrase(items, at):
        mention = items[index].mention
        if items[index].low in ("a", "an"):
            return None  # `In Lima a dish of A`
        if mention is not None and mention.category == "place" and not mention.is_doubtful:
            return items[index].start, items[at].end
    return None


def town(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """`a station at Malindi`, `the dish set up in Malindi, outside …`: where the name of its place stands."""
    items = sentence.items
    for index in range(at + 2, min(len(items), at + _TOWN)):
        if items[index - 1].kind in ("comma", "semicolon", "stop") or "rel" in items[index - 1].classes:
            return None
        mention = items[index].mention
        if mention is not None:
            is_town = mention.category in ("place", "site", "unknown") and not mention.is_doubtful
            is_there = items[index - 1].low in ("in", "at", "near")
            return (items[index].start, items[index].end) if is_town and is_there else None
    return None


def whose(sentence: Sentence, at: int) -> list[Actor]:
    """`A will set up a dish at its station in B`: the first party of the sentence, where `its` or `their` points."""
    items = sentence.items
    pointer = next((i for i in _phrase(items, at) if items[i].low in _THEIRS), None)
    if pointer is None:
        return []
    return next((list(own[:1]) for i in range(pointer) if (own := actors(sentence, i))), [])


def owner_next(sentence: Sentence) -> list[Actor]:
    """`The Cuzco station is …. It is part of A's tracking network`: whose it is by what follows."""
    after = sentence.following
    if after is None or not after.items or after.items[0].low not in _POINTING or not after.has("cooperation.ground"):
        return []
    for at in after.with_cue("cooperation.ground"):
        for index in _phrase(after.items, at):
            if own := actors(after, index):
                return [own[0]._replace(item=-1)]
    return [a._replace(item=-1) for at in after.with_cue("cooperation.run") for a in governed(after, at, "by", reach=5)]


def place_earlier(sentence: Sentence, at: int) -> list[Actor]:
    """`The station is run by A`: where the station named just before, or in the title, stands."""
    items = sentence.items
    if not at or items[at - 1].low not in ("the", "this") or not items[at].low.endswith(("station", "facility")):
        return []
    for index in range(at - 1, -1, -1):
        if items[index].cue("cooperation.ground") is not None and (found := place_before(sentence, index)):
            return found
    title = sentence.part.document.title.sentences
    for earlier in (*islice(sentence.before(), _EARLIER), *title):
        for index in earlier.with_cue("cooperation.ground") if earlier.has("cooperation.ground") else ():
            if found := place_before(earlier, index):
                return [actor._replace(item=-1, part=earlier.part.name) for actor in found]
    return []


def others(sentence: Sentence, at: int) -> list[Actor]:
    """`one of A's three stations; the other two are in B and C`: where the rest of them stand."""
    items = sentence.items
    other = next((i for i in range(at + 1, len(items)) if items[i].low in ("other", "others")), None)
    if other is None:
        return []
    start = next((i for i in range(other + 1, min(len(items), other + 5)) if items[i].low in ("in", "at")), None)
    return [] if start is None else distinct(a for i in range(start + 1, len(items)) for a in places(sentence, i))


def listed_places(sentence: Sentence, at: int) -> list[Actor]:
    """`has ground stations in places such as A, B and C`: each country in which one of them stands."""
    items = sentence.items
    start = next((i for i in range(at + 2, min(len(items), at + _NAME)) if items[i].low in ("like", "including")), None)
    if start is None or items[at + 1].low not in ("in", "at"):
        return []
    return distinct(a for i in range(start + 1, len(items)) for a in places(sentence, i))


def is_on_ground(sentence: Sentence, at: int) -> bool:
    """Whether the words mean a station on the ground, not one in space, of another trade, or a firm's product."""
    items = sentence.items
    if at + 1 < len(items) and items[at + 1].low in words("product"):
        return False
    if items[at].low not in ("station", "stations"):
        return True
    if at and (items[at - 1].low in words("other_stations") or items[at - 1].low == "on"):
        return False  # also `the craft is on station`
    if any(item.low in words("beside_space") for item in items[max(0, at - 3) : at + 4]):
        return False
    return not any(item.low in words("in_space") or "space station" in item.low for item in items)
