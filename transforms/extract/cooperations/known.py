"""Undertakings that the lexicon knows and the article's words bear out.

Belongs here: craft whose owner and builder differ by the lexicon, in a paragraph that speaks of the builder and of
building or buying. Does not belong here: what the words alone tell (`makers`, `sales`).
"""

from collections.abc import Iterator
from functools import cache

from transforms.extract.cooperations.actors import Actor, actors, words
from transforms.extract.cooperations.craft import Thing, is_claimed, is_station, makers, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.pointers import antecedent, story
from transforms.extract.cooperations.recognition import is_craft_noun
from transforms.extract.cooperations.roles import draft
from transforms.extract.drafts import Draft
from transforms.extract.launches.craft import types
from transforms.text.items import Item
from transforms.text.matcher import Entry
from transforms.text.sentence import Sentence

_TRADE = frozenset({"cooperation.make", "cooperation.maker", "cooperation.sell", "cooperation.buy"})
_MADE = frozenset({"cooperation.make", "cooperation.maker"})
_SOLD = frozenset({"satellite", "constellation", "series"})


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether a craft of the lexicon is named."""
    return any([_is_sold(hit.entry) for hit in sentence.hits])


@cache
def _is_sold(entry: Entry) -> bool:
    return any(s.category == "spacecraft" and types().get(s.id) in _SOLD for s in entry.surfaces)


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each craft whose builder the paragraph names beside a word of trade."""
    for thing in things(sentence):
        codes = makers(thing)
        owners = thing.known
        if (
            thing.mention is None
            or is_station(thing)
            or len(codes) != 1
            or len(owners) != 1
            or owners[0].code == codes[0]
        ):
            continue
        if is_claimed(thing, owners[0].code):
            continue
        found = _maker(sentence, thing, codes[0])
        if found is None or is_at_home(owners[0].code, codes[0]):
            continue
        made = draft(
            "satellite_export", "export_known", sentence, thing.first, [found, owners[0]], thing=thing, supplier=found
        )
        if made is not None:
            yield made


def _elsewhere(sentence: Sentence, thing: Thing) -> Iterator[Sentence]:
    """For the article's own craft: its other sentences that speak of a craft."""
    main = story(sentence.part.document)
    if main is None or main.mention is None or main.name != thing.name:
        return
    for part in sentence.part.document.parts:
        for other in part.sentences:
            if any(not _MADE.isdisjoint(hit.entry.labels) for hit in other.hits) and any(
                is_craft_noun(item) for item in other.items
            ):
                yield other


def _maker(sentence: Sentence, thing: Thing, code: str) -> Actor | None:
    """Who of that code is named beside a word of trade, in the sentence or in one next to it in the paragraph."""
    near = [
        s
        for s in (sentence, sentence.following, sentence.previous)
        if s is not None and s.paragraph == sentence.paragraph
    ]
    beside = [other for other in near if other is sentence or not _is_of_other(other, thing)]
    for other in (*beside, *_heading(sentence), *_elsewhere(sentence, thing)):
        traded = not _TRADE.isdisjoint(label for hit in other.hits for label in hit.entry.labels)
        for index in range(len(other.items)):
            for actor in actors(other, index, loose=True):
                if actor.code != code or not (traded or _builds(other.items[index])) or _launches(other, index):
                    continue
                if other is not sentence or index > thing.first or not _is_compared(thing):
                    return actor
    return None


def _is_compared(thing: Thing) -> bool:
    """`which replaces X`, `it joins X`: a craft that another one, of which the sentence tells, stands beside."""
    lead = thing.sentence.items[max(0, thing.first - 3) : thing.first]
    goes_on = (
        len(lead) > 1 and lead[-1].low == "of" and lead[-2].low in words("goes_on")
    )  # `continues the mission of X`
    return goes_on or any(item.cue("launch.other") for item in lead)


def _is_of_other(sentence: Sentence, thing: Thing) -> bool:
    """Whether a sentence near by names a craft of its own, and not this one: then it tells of that one's making."""
    named = {other.name for other in things(sentence) if other.mention is not None and not is_station(other)}
    return bool(named) and thing.name not in named | _meant(sentence)


def _meant(sentence: Sentence) -> set[str | None]:
    """The names that `it` or a bare noun of craft in the sentence points back to."""
    bare = [thing.first for thing in things(sentence) if thing.mention is None]
    bare += [index for index, item in enumerate(sentence.items) if item.low == "it"]
    return {meant.name for index in bare if (meant := antecedent(sentence, index)) is not None}


def _heading(sentence: Sentence) -> list[Sentence]:
    """The line before a list that this sentence is a line of: it ends in a colon."""
    for earlier in sentence.before():
        if earlier.text.rstrip().endswith(":"):
            return [earlier]
        if len(earlier.text) > 160 or sentence.index - earlier.index > 12:
            return []
    return []


def _builds(item: Item) -> bool:
    """Whether the firm's trade is to build."""
    cue = item.cue("supplier")
    return cue is not None and cue.value == "build"


def _launches(sentence: Sentence, index: int) -> bool:
    """Whether the party is only told of as whose rocket or base it is, or is one that launches for others."""
    trade = sentence.items[index].cue("supplier")
    if trade is not None and trade.value == "launch":
        return True
    for item in sentence.items[index + 1 : index + 5]:
        if item.classes & {"rel", "conj"} or item.low == "that":
            return False
        is_named = item.mention is not None and item.mention.reading("vehicle", "vehicle_family", "site") is not None
        if is_named or item.low in words("rockets"):
            return True
    return False
