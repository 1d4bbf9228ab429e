"""Constellations and programmes of several members: who joins one, whom one involves.

Belongs here: members told by a list or by joining. Does not belong here: missions that one takes part in
(`taking_part`), makers (`joint`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, actors, distinct, words
from transforms.extract.cooperations.craft import Thing, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.roles import before, draft, governed, listed, main_subject
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.sentence import Sentence

_REACH = 14
_NEAR = 8
_FEW, _MANY = 3, 12
_NOUNS = frozenset({"constellation", "network", "project", "programme", "program", "mission", "initiative"})


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether a constellation is joined, or something involves somebody."""
    said = sentence.words
    joins = "constellation" in said and not words("joins").isdisjoint(said)
    return bool(sentence.hits) and (joins or not words("comprising").isdisjoint(said))


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each constellation or programme."""
    for at, item in enumerate(sentence.items):
        if is_hoped(sentence, at, _NEAR, far=True):
            continue
        if item.low in words("joins"):
            yield from _joined(sentence, at)
        elif item.low in words("comprising"):
            yield from _involved(sentence, at)


def _joined(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`A became the first country to join the constellation led by B`: not a craft that joins its own."""
    items = sentence.items
    noun = next(
        (i for i in range(at + 1, min(len(items), at + _REACH)) if items[i].low.endswith("constellation")), None
    )
    if noun is None or any(thing.first < at for thing in things(sentence)):
        return
    led = next((i for i in range(noun, min(len(items), noun + _NEAR)) if items[i].low.startswith("led")), None)
    thing = _whole(sentence, noun)
    leaders: list[Actor] = (
        governed(sentence, led - 1, "by", reach=5) or governed(sentence, led, "by", reach=5) if led is not None else []
    )
    if led is not None and not leaders:
        leaders = [a for i in range(led + 1, min(len(items), led + 4)) for a in actors(sentence, i)]
    guests = before(sentence, at)[-1:] or main_subject(sentence, at)
    if led is not None and not leaders and thing is not None:
        leaders = list(thing.known[:1])
    if not leaders or not guests or is_at_home(leaders[0].code, guests[0].code):
        return
    yield from _draft(sentence, at, distinct([*guests, *leaders[:1]]), thing, "joint_taken", "constellation")


def _involved(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`a constellation involving A, B and C`; `the project, known as X, also involves A, B and C`."""
    items = sentence.items
    noun = next((i for i in range(at - 1, max(-1, at - _REACH), -1) if items[i].low.rpartition(" ")[2] in _NOUNS), None)
    first = next((i for i in range(at + 1, min(len(items), at + _NEAR)) if actors(sentence, i)), None)
    if first is None or any("rel" in item.classes for item in items[at + 1 : first]):
        return
    found = distinct(a for i in listed(sentence, first) for a in actors(sentence, i))
    thing = _whole(sentence, at)
    if _FEW <= len(found) <= _MANY and (noun is not None or thing is not None):
        shared = "constellation" in sentence.words
        kind = "constellation" if shared else "joint_mission"
        yield from _draft(sentence, at, found, thing, "joint_team", kind)


def _whole(sentence: Sentence, near: int) -> Thing | None:
    """What is named near item `near`."""
    return next((t for t in things(sentence) if t.mention is not None and abs(t.first - near) < _NEAR), None)


def _draft(
    sentence: Sentence, at: int, parties: list[Actor], thing: Thing | None, rule: str, kind: str
) -> Iterator[Draft]:
    made = draft(kind, rule, sentence, at, parties, thing=thing)
    if made is not None:
        yield made
