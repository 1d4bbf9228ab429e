"""A part in another's craft told as a state: `A is among the ten that fly on X`, `A is a partner`, `A is on board X`.

Belongs here: predicates of belonging to an undertaking. Does not belong here: verbs of taking part (`taking_part`).
"""

import re
from collections.abc import Iterator
from functools import cache

from transforms.extract.cooperations.actors import Actor, distinct, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.roles import before, draft
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_REACH = 14
_MOST = 3


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether such a predicate can stand in it."""
    return bool(sentence.hits) and not _signs().isdisjoint(sentence.words) and sentence.says(_sign())


@cache
def _signs() -> frozenset[str]:
    return words("belonging") | {"board", "aboard"}


@cache
def _sign() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("belonging")))
    return re.compile(
        rf"\b(?:is|are|was|were|been|becomes?|became) (?:\w+ )?(?:(?:\w+ )?(?:{nouns})|on board|aboard)\b"
    )


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each such predicate with the owner of the craft."""
    if sentence.has("cooperation.crewman"):
        return
    for at, item in enumerate(sentence.items):
        is_link = "be" in item.classes or item.low in words("becoming")
        if is_link and _belongs(sentence.items, at) and not is_hoped(sentence, at, 7, far=True):
            yield from _told(sentence, at)


def _belongs(items: list[Item], at: int) -> bool:
    """`is among the …`, `is one of its partners`, `is a partner`, `is on board X`."""
    after = [item for item in items[at + 1 : at + 5] if not item.classes & {"det", "adv"}]
    if not after:
        return False
    head = after[0].low
    if head in ("among", "one"):
        return any(item.low in words("belonging_of") for item in items[at + 2 : at + 9])
    return (
        head in words("belonging")
        or head in ("aboard", "on board")
        or (head == "on" and len(after) > 1 and after[1].low == "board")
    )


def _told(sentence: Sentence, at: int) -> Iterator[Draft]:
    guests = before(sentence, at, 8)
    thing = _craft(sentence, at)
    if not guests or thing is None or is_station(thing) or kind_of(thing) != "joint_mission":
        return
    codes = {guest.code for guest in guests}
    owners: list[Actor] = [owner for owner in thing.owners if owner.code not in codes]
    if not 0 < len(owners) <= _MOST or any(is_at_home(owners[0].code, code) for code in codes):
        return
    made = draft("joint_mission", "joint_taken", sentence, at, distinct([*owners, *guests]), thing=thing)
    if made is not None:
        yield made


def _craft(sentence: Sentence, at: int) -> Thing | None:
    """The craft behind the predicate; where none is named there, the one of the paragraph."""
    behind = [thing for thing in things(sentence) if thing.mention is not None and 0 < thing.first - at < _REACH]
    if behind:
        return behind[0] if _is_linked(sentence.items[at : behind[0].first]) else None
    if any(thing.mention is not None for thing in things(sentence)) or _is_elsewhere(sentence.items, at):
        return None
    meant = antecedent(sentence, at)
    near = meant is not None and meant.sentence.part is sentence.part and meant.sentence.paragraph == sentence.paragraph
    return meant if near else None


def _is_linked(between: list[Item]) -> bool:
    """Whether the craft hangs on the predicate: not `a partner of A, which launched X`."""
    listed = any(item.low in ("among", "one") for item in between[:3])
    if not listed and any("rel" in item.classes for item in between):
        return False
    near = any(item.low == "of" for item in between[1:5]) and not listed
    return near or any(item.low in ("in", "on", "aboard", "behind", "board", "on board", "to") for item in between)


def _is_elsewhere(items: list[Item], at: int) -> bool:
    """`is a partner of the agency`, `is among the members of the pact`: in something that is no craft."""
    after = items[at + 1 : at + 9]
    after = after[: next((i for i, item in enumerate(after) if item.kind in ("comma", "semicolon")), 8)]
    governed = next((i for i, item in enumerate(after) if item.low in ("of", "in", "to", "for")), None)
    if governed is None:
        return not any(item.low in ("aboard", "on board", "board") for item in after) and any(
            item.low in ("among", "one") for item in after[:2]
        )
    target = [item for item in after[governed + 1 : governed + 4] if "det" not in item.classes]
    return not target or not (target[0].low in ("it", "this") or target[0].low in words("undertaking"))
