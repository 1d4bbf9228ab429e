"""Experiments that two parties do together on one craft: `on X, experiments were carried out jointly with A`.

Belongs here: experiments with a craft that is named, and those who do them together. Does not belong here: devices of
one party on the craft of another (`hosted`, `laden`), stations (`crews`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, distinct, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.roles import before, draft, governed
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_NEAR, _REACH, _MOST = 7, 9, 4


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether experiments are done by several in the sentence."""
    said = sentence.words
    return bool(sentence.hits) and not (words("experiment").isdisjoint(said) or words("jointly").isdisjoint(said))


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each `jointly with` of a sentence that tells of experiments on a craft."""
    items = sentence.items
    thing = _craft(sentence)
    if thing is None:
        return
    for at, item in enumerate(items):
        head = item.low.partition(" ")[0]
        if head not in words("jointly") or is_hoped(sentence, at, _REACH, far=True) or not _of_experiment(items, at):
            continue
        partners = governed(sentence, at, "with", reach=_REACH)
        doers: list[Actor] = before(sentence, at) or list(thing.owners[:1])
        found = distinct([*doers, *partners])
        if not partners or not doers or len(found) > _MOST or is_at_home(found[0].code, found[-1].code):
            continue
        made = draft(kind_of(thing), "joint_experiment", sentence, at, found, thing=thing)
        if made is not None:
            yield made


def _craft(sentence: Sentence) -> Thing | None:
    """The one craft named, which is no station."""
    named = [thing for thing in things(sentence) if thing.mention is not None]
    is_one = len({thing.name for thing in named}) == 1 and not is_station(named[0])
    return named[0] if is_one and kind_of(named[0]) == "joint_mission" else None


def _of_experiment(items: list[Item], at: int) -> bool:
    """Whether what is done together, just before and in the same clause, is an experiment."""
    for item in reversed(items[max(0, at - _NEAR) : at]):
        if item.kind in ("comma", "semicolon", "colon"):
            return False
        if item.low.rpartition(" ")[2] in words("experiment"):
            return True
    return False
