"""What one party gives to another's craft, by name or by what it is for: passengers, parts, clocks, service modules.

Belongs here: named craft aboard another, and parts supplied for one. Does not belong here: instruments
(`hosted`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import has_label, words
from transforms.extract.cooperations.craft import Thing, is_station, things
from transforms.extract.cooperations.hosted import hosted
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.recognition import is_craft_noun
from transforms.extract.cooperations.roles import draft, is_verb_end, subject
from transforms.extract.drafts import Draft
from transforms.extract.launches.craft import craft_type
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_LABELS = frozenset({"cooperation.instrument", "cooperation.sell", "cooperation.aboard", "cooperation.flight"})
_VESSELS = frozenset({"capsule", "cargo", "crewed_mission"})
_HOLDS = frozenset({"to", "on", "onto", "under", "beneath", "underneath", "below", "inside", "in", "atop", "beside"})
_REACH = 7
#: Owners that a carrier may have beside the one of what it carries.
_MANY = 3


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether something is carried or given."""
    return has_label(sentence, _LABELS) or (bool(sentence.hits) and not words("fastened").isdisjoint(sentence.words))


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each passenger and each part."""
    yield from _passengers(sentence)
    yield from _fastened(sentence)
    yield from _contributions(sentence)


def _passengers(sentence: Sentence) -> Iterator[Draft]:
    """`X was installed aboard Y`: a named payload of one party on the named craft of another."""
    found = [t for t in things(sentence) if t.mention is not None and 0 < len(t.owners) <= _MANY]
    for rider, carrier in zip(found, found[1:], strict=False):
        between = [item.low for item in sentence.items[rider.last : carrier.first]]
        aboard = not words("riding").isdisjoint(between) or "on board" in " ".join(between[-3:])
        aboard = aboard or _is_laden(sentence, rider, carrier)
        aboard = aboard or ("on" in between[-3:] and not words("carried_on").isdisjoint(between))
        one_each = min(len(rider.owners), len(carrier.owners)) == 1
        if aboard and one_each and not is_station(carrier) and not _is_vessel(carrier):
            parties = [*rider.owners, *carrier.owners]
            made = draft("joint_mission", "joint_passenger", sentence, rider.first, parties, thing=rider)
            if made is not None:
                yield made


def _fastened(sentence: Sentence) -> Iterator[Draft]:
    """`Strapped beneath Oman's X, it rose`, `X, clamped to the probe Y of Peru`: one craft that rides on another."""
    items = sentence.items
    for at, item in enumerate(items):
        if item.low not in words("fastened") or item.kind != "word":
            continue
        carrier = next((t for t in things(sentence) if t.mention is not None and 1 < t.first - at < 7), None)
        if carrier is None or not any(i.low in _HOLDS for i in items[at + 1 : carrier.first]):
            continue
        if carrier.last < len(items) and items[carrier.last].low in words("rockets"):
            continue
        rider = _rider(sentence, at, carrier)
        if rider is None or is_station(carrier) or _is_vessel(carrier) or _is_vessel(rider):
            continue
        mine, theirs = {a.code for a in rider.owners}, {a.code for a in carrier.owners}
        if mine and theirs and mine.isdisjoint(theirs) and min(len(mine), len(theirs)) == 1:
            made = draft(
                "joint_mission", "joint_passenger", sentence, at, [*rider.owners, *carrier.owners], thing=rider
            )
            if made is not None:
                yield made


def _rider(sentence: Sentence, at: int, carrier: Thing) -> Thing | None:
    """What is fastened: the craft named before the participle, or behind the comma, or meant there by `it`."""
    items = sentence.items
    lead = [t for t in things(sentence) if t.mention is not None and t.last <= at and at - t.last < _REACH]
    if lead:
        return lead[-1]
    if at > 1:
        return None
    comma = next((i for i in range(carrier.last, len(items)) if items[i].kind == "comma"), None)
    if comma is None or comma + 1 >= len(items):
        return None
    after = [t for t in things(sentence) if t.mention is not None and comma < t.first < comma + 6]
    if after:
        return after[0]
    if items[comma + 1].low != "it" and not any(is_craft_noun(item) for item in items[comma + 1 : comma + 4]):
        return None
    return antecedent(sentence, at)


def _is_laden(sentence: Sentence, one: Thing, other: Thing) -> bool:
    """`X had Y on board`, `X carried Y`: the named craft that follows is what it carries."""
    items = sentence.items
    if _is_vessel(one) or is_station(one):
        return False
    between = [item.low for item in items[one.end : other.first]]
    after = [item.low for item in items[other.last : other.last + 2]]
    had = "had" in between[:3] and ("on board" in after or "aboard" in after)
    return len(between) < _REACH and (had or not words("bearing").isdisjoint(between[:2]))


def _contributions(sentence: Sentence) -> Iterator[Draft]:
    """`A supplies the clocks for X`, a craft of B: a part of it, whatever it is called."""
    giving = words("giving")
    for at, item in enumerate(sentence.items):
        gives = item.cues and any(cue.label == "cooperation.sell" and cue.value == "deliver" for cue in item.cues)
        if not gives and item.low not in giving:
            continue
        for thing in things(sentence):
            if thing.mention is None or is_station(thing) or not _is_part_for(sentence.items[at + 1 : thing.first]):
                continue
            givers = subject(sentence, at)[-1:]
            yield from hosted(sentence, at, givers, thing) if givers else ()


def _is_part_for(between: list[Item]) -> bool:
    """Whether the words between verb and craft name a part for it: no service, no other good, no craft of its own."""
    link = any(item.low in ("for", "to", "on") for item in between[-4:])
    return 1 < len(between) < 15 and link and not any(is_verb_end(item) or _is_other_good(item) for item in between)


def _is_other_good(item: Item) -> bool:
    service = item.cue("cooperation.service") is not None or item.cue("cooperation.ground") is not None
    return service or is_craft_noun(item) or item.low in words("objects")


def _is_vessel(thing: Thing) -> bool:
    """Whether the craft carries people or cargo, so that what it carries is freight."""
    return thing.mention is not None and craft_type(thing.mention) in _VESSELS
