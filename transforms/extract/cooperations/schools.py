"""Craft that came out of another party's programme or school: `X of A and Y of B are the children of C's programme`.

Belongs here: nouns and verbs of descent, with the party whose programme, class or university it is. Does not belong
here: what is made `under` a programme (`programmes`).
"""

from collections.abc import Iterator
from functools import cache

from transforms.extract.cooperations.actors import Actor, actors, distinct, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.roles import draft
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.extract.launches.craft import craft_type
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_REACH = 18
_BACK = 2
_VESSELS = frozenset({"capsule", "cargo", "crewed_mission"})
_ALL = frozenset({"both", "they", "all"})


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether a word of descent and one for a programme stand in it."""
    said = sentence.words
    return bool(sentence.hits) and not (_descent().isdisjoint(said) or words("school").isdisjoint(said))


@cache
def _descent() -> frozenset[str]:
    return words("offspring") | words("came_of")


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each craft told so, or one for all of those that `both` means."""
    for at, item in enumerate(sentence.items):
        noun = item.low in words("offspring") and any("be" in i.classes for i in sentence.items[max(0, at - 4) : at])
        verb = item.low in words("came_of") and _is_from(sentence.items, at)
        if not (noun or verb) or is_hoped(sentence, at, 7, far=True):
            continue
        hosts = _hosts(sentence, at)
        found = [t for t in things(sentence) if t.mention is not None and t.last <= at]
        if hosts and found:
            for thing in found:
                yield from _told(sentence, at, [thing], hosts)
        elif hosts and sentence.items[0].low in _ALL:
            yield from _told(sentence, at, _before(sentence), hosts)


def _is_from(items: list[Item], at: int) -> bool:
    return any(item.low in ("of", "from", "in") for item in items[at + 1 : at + 4])


def _hosts(sentence: Sentence, at: int) -> list[Actor]:
    """Whose programme it is: the first party behind it in its clause, or that told before of `the first class`."""
    items = sentence.items
    school = next((i for i in range(at + 1, min(len(items), at + _REACH)) if items[i].low in words("school")), None)
    if school is None:
        return []
    for index in range(at + 1, min(len(items), school + 10)):
        if items[index].kind in ("semicolon", "stop") or (items[index].low == "where" and index > school):
            break
        own = actors(sentence, index)
        if own:
            return list(own[:1])
    if "det" not in items[school - 1].classes and "det" not in items[school - 2].classes:
        return []
    for earlier in sentence.before():
        if sentence.index - earlier.index > 10:
            break
        if not words("school").isdisjoint(earlier.words) and (told := _school_of(earlier)):
            return told
    return []


def _school_of(sentence: Sentence) -> list[Actor]:
    """The party behind a noun of schooling: `a programme at the Institute of A`."""
    items = sentence.items
    for at, item in enumerate(items):
        if item.low in words("school"):
            near = range(at + 1, min(len(items), at + 8))
            found = [a for i in near if items[i - 1].low in ("at", "of", "by", "the") for a in actors(sentence, i)]
            if found:
                return [found[0]._replace(item=-1)]
    return []


def _before(sentence: Sentence) -> list[Thing]:
    """The craft that `both` means: those that a sentence of the paragraph before it names."""
    earlier = sentence.previous
    for _ in range(_BACK + 3):
        if earlier is None:
            break
        found = [t for t in things(earlier) if t.owners and _is_satellite(t)]
        if len(found) > 1:
            return found[:2] if sentence.items[0].low == "both" else found
        earlier = earlier.previous
    return []


def _is_satellite(thing: Thing) -> bool:
    """Whether a craft is named that is no station, capsule or cargo ship."""
    return thing.mention is not None and not is_station(thing) and craft_type(thing.mention) not in _VESSELS


def _told(sentence: Sentence, at: int, found: list[Thing], hosts: list[Actor]) -> Iterator[Draft]:
    owners = distinct(owner._replace(item=-1) for thing in found for owner in thing.owners[:1])
    owners = [owner for owner in owners if owner.code != hosts[0].code]
    if not owners or is_at_home(hosts[0].code, owners[0].code) or kind_of(found[0]) != "joint_mission":
        return
    made = draft("joint_mission", "joint_school", sentence, at, [*owners, *hosts], thing=found[0])
    if made is not None:
        yield made
