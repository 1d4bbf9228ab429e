"""Craft told to be shared: `X has two parents, A and B`, `A has a third of B's X`, `A and B went halves on X`.

Belongs here: words of sharing, of half and half, of two owners. Does not belong here: who builds (`joint`, `builders`),
a shared cost or job (`teams`), what comes out of a programme (`schools`).
"""

from collections.abc import Iterator
from functools import cache

from transforms.extract.cooperations.actors import Actor, actors, distinct, words
from transforms.extract.cooperations.craft import Thing, is_single, is_station, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.named import kind_of
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.roles import before, behind, draft
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_MOST = 5
_COUNTS = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_REACH = 12
_NEAR = 7


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether a word of sharing stands in it."""
    return bool(sentence.hits) and not _signs().isdisjoint(sentence.words)


@cache
def _signs() -> frozenset[str]:
    return words("two_sided") | words("wedding") | words("portion_of") | words("halves") | words("user")


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each craft told to be shared."""
    for at, item in enumerate(sentence.items):
        if item.kind != "word" or is_hoped(sentence, at, _NEAR, far=True):
            continue
        if item.low in words("two_sided") and _is_counted(sentence.items, at):
            found = _around(sentence)
            yield from _of_all(sentence, at, found if _is_number_of(sentence.items, at, len(found)) else [])
        elif item.low in words("halves") and _is_split(sentence, at):
            yield from _of_all(sentence, at, _around(sentence))
        elif item.low in words("wedding"):
            yield from _of_all(sentence, at, _joined(sentence, at))
        elif item.low in words("portion_of"):
            yield from _portion(sentence, at)
        elif item.low in words("user") and _is_used(sentence, at):
            yield from _of_all(sentence, at, _people(sentence, at))


def _craft(sentence: Sentence, at: int) -> Thing | None:
    """The craft of the sentence: by its name, or meant by `it` or `the satellite`."""
    items = sentence.items
    if any(item.cue("launch.rocket") is not None for item in items[:at]):
        return None  # `the rocket had two masters`
    named = [thing for thing in things(sentence) if thing.mention is not None and not is_station(thing)]
    if named:
        return min(named, key=lambda thing: abs(thing.first - at))
    points = any(item.low in ("it", "its") for item in items[:3]) or any(
        is_single(thing) and thing.first and items[thing.first - 1].low in ("the", "this", "first")
        for thing in things(sentence)
    )
    return antecedent(sentence, at) if points else None


def _around(sentence: Sentence) -> list[Actor]:
    """The parties that the sentence names; where it names none, those of the next one."""
    found = _parties(sentence)
    after = sentence.following
    if len(found) < 2 and after is not None and after.paragraph == sentence.paragraph:
        found = distinct([*found, *(actor._replace(item=-1) for actor in _parties(after))])
    return found


def _parties(sentence: Sentence) -> list[Actor]:
    inside = {index for thing in things(sentence) for index in range(thing.first, thing.last)}
    return distinct(a for i in range(len(sentence.items)) if i not in inside for a in actors(sentence, i))


def _of_all(sentence: Sentence, at: int, parties: list[Actor]) -> Iterator[Draft]:
    """An undertaking of these parties on the craft meant."""
    thing = _craft(sentence, at)
    if thing is None or thing.mention is None or is_station(thing) or kind_of(thing) != "joint_mission":
        return
    codes = sorted({party.code for party in parties})
    owners = {owner.code for owner in thing.owners}
    if not 1 < len(codes) <= _MOST or (owners and owners.isdisjoint(codes)):
        return
    if len(codes) == 2 and (is_at_home(*codes) or is_at_home(*reversed(codes))):
        return
    made = draft("joint_mission", "joint_shared", sentence, at, parties, thing=thing)
    if made is not None:
        yield made


def _is_counted(items: list[Item], at: int) -> bool:
    """`two nations`, `both parents`; not `two countries` that quarrel: the craft is, has or serves them."""
    lead = items[max(0, at - 3) : at]
    counted = any(item.low in words("count") | words("numbers") | {"both", "several"} for item in lead)
    verb = items[max(0, at - _REACH) : at]
    return counted and any(item.classes & {"be", "have"} or item.low in words("of_two") for item in verb)


def _is_number_of(items: list[Item], at: int, found: int) -> bool:
    """Whether as many parties are named as are counted: not the two that stand beside `seven countries`."""
    told = next((_COUNTS[i.low] for i in items[max(0, at - 3) : at] if i.low in _COUNTS), None)
    return told is None or told == found


def _is_split(sentence: Sentence, at: int) -> bool:
    """`went halves on X`, `in equal parts`, `each own half of X`."""
    items = sentence.items
    near = [item.low for item in items[max(0, at - 4) : at + 4]]
    if at + 1 < len(items) and items[at + 1].low == "of" and not any(0 < t.first - at < 5 for t in things(sentence)):
        return False  # `each own half of the island`
    return any(low in words("halving") for low in near)


def _joined(sentence: Sentence, at: int) -> list[Actor]:
    """`a marriage of Danish optics and Peruvian electronics`, `a joint purchase with B`: those joined."""
    items = sentence.items
    found = distinct(a for g, i in behind(sentence, at, _REACH) if g in ("of", "between") for a in actors(sentence, i))
    if len(found) > 1:
        return found
    if not any(item.low in ("joint", "shared", "common") for item in items[max(0, at - 2) : at]):
        return []
    partners = [a for g, i in behind(sentence, at, _NEAR) if g == "with" for a in actors(sentence, i)][:1]
    thing = _craft(sentence, at)
    return distinct([*partners, *thing.owners[:1]]) if partners and thing is not None else []


def _portion(sentence: Sentence, at: int) -> Iterator[Draft]:
    """`A has a third of B's X`, `half of X belongs to A`: who has a part of another's craft."""
    items = sentence.items
    own = [t for t in things(sentence) if t.mention is not None and 0 < t.first - at < 6 and t.owners]
    if not own or not any(item.low in ("of", "in") for item in items[at + 1 : own[0].first]) or is_station(own[0]):
        return
    had = next((i for i in range(at - 1, max(-1, at - 5), -1) if items[i].low in words("holding")), None)
    holder = before(sentence, had)[-1:] if had is not None else _belongs_to(sentence, own[0].end)
    yield from _of_all(sentence, at, distinct([*holder, *own[0].owners[:1]])) if holder else ()


def _belongs_to(sentence: Sentence, start: int) -> list[Actor]:
    items = sentence.items
    for at in range(start, min(len(items) - 1, start + _NEAR)):
        if items[at].low in ("belongs", "belong", "goes", "belonged") and items[at + 1].low == "to":
            return [a for i in range(at + 2, min(len(items), at + 5)) for a in actors(sentence, i)][:1]
    return []


def _is_used(sentence: Sentence, at: int) -> bool:
    """`X, which Omani and Peruvian scientists will use`: a relative clause on the craft, or the craft as object."""
    rel = any(item.low in ("which", "that") for item in sentence.items[max(0, at - _REACH) : at])
    return rel or any(0 < thing.first - at < 5 for thing in things(sentence))


def _people(sentence: Sentence, at: int) -> list[Actor]:
    """`Omani and Peruvian scientists` straight before the verb: two nations of one noun of people."""
    items, lead = sentence.items, at - 1
    while lead > 0 and (items[lead].classes & {"modal", "adv", "have", "be"} or items[lead].low == "to"):
        lead -= 1
    if items[lead].low not in words("builder"):
        return []
    found: list[Actor] = []
    joined = False
    for index in range(lead - 1, max(-1, lead - 6), -1):
        item = items[index]
        if item.mention is not None and item.mention.category in ("demonym", "body_demonym"):
            found = [*actors(sentence, index), *found]
        elif "conj" in item.classes or item.kind == "comma":
            joined = True
        else:
            break
    return distinct(found) if joined else []
