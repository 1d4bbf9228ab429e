"""What a craft carries by a name that no list holds, and where that comes from: `bears a plasma gauge from Oman`.

Belongs here: the object of a verb of bearing, whatever it is called, with its origin. Does not belong here: instruments
by their nouns (`hosted`), nouns of parts and who gave them (`parts`).
"""

from collections.abc import Iterator
from functools import cache

from transforms.extract.cooperations.actors import Actor, actors, distinct, places, words
from transforms.extract.cooperations.carriers import is_delivered
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.hosted import hosted
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.recognition import is_craft_noun
from transforms.extract.cooperations.roles import is_verb_end, listed
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.extract.launches.craft import craft_type
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_VESSELS = frozenset({"capsule", "cargo", "crewed_mission", "constellation"})
_ORIGINS = frozenset({"from", "by"})
_WORKS = frozenset({"by", "in", "at"})
_LONGEST = 9
_MOST = 3


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether a craft can be told to bear something."""
    if not sentence.hits:
        return False
    said = sentence.words
    return not (said.isdisjoint(_verbs()) or said.isdisjoint(_WORKS | _ORIGINS))


@cache
def _verbs() -> frozenset[str]:
    return words("laden_verb") | words("laden_stand")


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each thing borne whose origin is told."""
    for at, item in enumerate(sentence.items):
        if item.kind != "word":
            continue
        if item.low in words("laden_verb"):
            yield from _borne(sentence, at, _subject(sentence, at))
        elif item.low in words("laden_at") and at == 0:
            yield from _inverted(sentence)


def _borne(sentence: Sentence, at: int, carrier: Thing | None) -> Iterator[Draft]:
    if carrier is None or not _is_host(carrier) or is_hoped(sentence, at, 7, far=True):
        return
    start = at + 1
    if start < len(sentence.items) and sentence.items[start].low in words("laden_link"):
        start += 1  # `relies on`, `takes along`
    head = _head(sentence.items, start)
    givers = _origin(sentence, head) if head is not None else []
    if head is not None and givers and not is_delivered(sentence, head, givers):
        yield from hosted(sentence, head, givers, carrier)


def _inverted(sentence: Sentence) -> Iterator[Draft]:
    """`Aboard X are two dust traps from Oman`."""
    named = [thing for thing in things(sentence) if thing.mention is not None and thing.first < 4]
    if not named or named[0].end + 1 >= len(sentence.items):
        return
    link = sentence.items[named[0].end]
    if "be" in link.classes or link.low in words("laden_stand"):
        yield from _borne(sentence, named[0].end, named[0])


def _is_host(carrier: Thing) -> bool:
    """Whether it is one craft of a few owners, and no ship that carries freight."""
    if carrier.mention is None or is_station(carrier) or kind_of(carrier) != "joint_mission":
        return False
    return 0 < len({a.code for a in carrier.owners}) <= _MOST and craft_type(carrier.mention) not in _VESSELS


def _subject(sentence: Sentence, at: int) -> Thing | None:
    """The craft that bears: named straight before the verb, or meant by `it`, `the craft`."""
    items, lead = sentence.items, at - 1
    while (
        lead > 0
        and items[lead].kind == "word"
        and (
            items[lead].classes & {"adv", "have", "modal"} or items[lead].low in ("also", "now", "to", "that", "which")
        )
    ):
        lead -= 1
    if lead < 0:
        return None
    own = [thing for thing in things(sentence) if thing.last <= at and 0 <= lead + 1 - thing.end < 2]
    if own:
        return own[-1] if own[-1].mention is not None else _pointed(sentence, own[-1])
    return antecedent(sentence, lead) if items[lead].low == "it" else None


def _pointed(sentence: Sentence, thing: Thing) -> Thing | None:
    lead = sentence.items[max(0, thing.first - 3) : thing.first]
    return antecedent(sentence, thing.first) if any(item.low in ("the", "this") for item in lead) else None


def _head(items: list[Item], start: int) -> int | None:
    """The noun of what is borne: the last word of the object, where that is a plain thing."""
    head: int | None = None
    for index in range(start, min(len(items), start + _LONGEST)):
        item = items[index]
        if item.kind == "poss" or (item.mention is not None and item.mention.category.startswith("unknown")):
            head = index if item.mention is not None else head
            continue
        if item.mention is not None or item.kind not in ("word", "number", "hyphen", "quote"):
            break
        if item.classes & {"prep", "rel", "be", "have", "modal", "conj"} or _is_made(item):
            break
        if "det" not in item.classes and item.kind == "word":
            head = index
    return None if head is None or _is_other(items[start : head + 1], items[head]) else head


def _is_made(item: Item) -> bool:
    """A participle behind the noun: `devised`, `built`."""
    return item.low in words("part_given") and item.low.endswith(("ed", "t", "ne"))


def _is_other(phrase: list[Item], head: Item) -> bool:
    """Whether what is borne is no part: people, craft, data, freight."""
    last = head.low.rpartition(" ")[2]
    if last in words("laden_other") or last in words("objects") or is_craft_noun(head):
        return True
    labels = {cue.label for item in phrase for cue in item.cues}
    return bool(labels & {"cooperation.data", "cooperation.crewman", "cooperation.ground", "launch.people"})


def _origin(sentence: Sentence, head: int) -> list[Actor]:
    """Who gave it: behind `from` or `by`, at whose works it was made, whence it came."""
    items = sentence.items
    at = head + 1
    if at < len(items) and items[at].kind == "comma":
        at += 1
    if at < len(items) and items[at].low in ("that", "which"):
        at += 1
    while at < len(items) and _leads_to(items, at):
        at += 1
    made = at > head + 1 and _is_made(items[at - 1])
    if at < len(items) and items[at].cue("cooperation.origin") is not None:
        at += 1
    if at >= len(items) or items[at].low not in (_WORKS if made else _ORIGINS):
        return []
    for index in range(at + 1, min(len(items), at + 6)):
        if is_verb_end(items[index]) or items[index].kind == "comma":
            break
        found = actors(sentence, index) or places(sentence, index)
        if found:
            return distinct(a for i in listed(sentence, index) for a in actors(sentence, i)) or list(found)
    return []


def _leads_to(items: list[Item], at: int) -> bool:
    """Whether the word only leads from what is borne to its origin: `was`, `ground and polished`."""
    if items[at].low == "and":
        return at + 1 < len(items) and _is_made(items[at + 1])
    return bool(items[at].classes & {"be", "have"}) or items[at].kind == "hyphen" or _is_made(items[at])
