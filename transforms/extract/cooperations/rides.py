"""Rides bought, given or arranged for the craft of another party.

Belongs here: a ride told by its own words (`booked a place on`, `paid A to fly it`, `got a lift from B`). Does not
belong here: launch services by that name (`services`), many launches over years (`launching`), one launch (`launches`).
"""

from collections.abc import Iterator

from transforms.extract.cooperations.actors import Actor, actors, words
from transforms.extract.cooperations.craft import Thing, things
from transforms.extract.cooperations.homes import is_at_home
from transforms.extract.cooperations.pointers import antecedent
from transforms.extract.cooperations.roles import before, draft, is_verb_end, pronoun
from transforms.extract.cooperations.trade import is_hoped
from transforms.extract.drafts import Draft
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_REACH = 12


def is_worth_reading(sentence: Sentence) -> bool:
    """Whether a ride is spoken of."""
    said = sentence.words
    spoken = not words("ride").isdisjoint(said) or not words("ride_hired").isdisjoint(said)
    return spoken and bool(sentence.hits) and not words("ride_deal").isdisjoint(said)


def find(sentence: Sentence) -> Iterator[Draft]:
    """A draft for each verb that tells of a ride."""
    for at, item in enumerate(sentence.items):
        if item.kind == "word" and item.low in words("ride_deal") and not is_hoped(sentence, at, 9, far=True):
            noun = _ride(sentence.items, at)
            hired = item.low in words("ride_hired") and _is_to_fly(sentence.items, at)
            if noun is not None or hired:
                yield from _of(sentence, at, noun if noun is not None else at)


def _ride(items: list[Item], at: int) -> int | None:
    """The noun of the ride near the verb: behind it, or before a participle (`a ride bought from A`)."""
    for index in range(at + 1, min(len(items), at + _REACH)):
        if is_verb_end(items[index]):
            break
        if items[index].low in words("ride"):
            return index
    return at - 1 if at and items[at - 1].low in words("ride") else None


def _is_to_fly(items: list[Item], at: int) -> bool:
    """`paid A to fly it`, `hired A's rocket for it`."""
    after = items[at + 1 : at + 9]
    return any(
        item.low == "to" and i + 1 < len(after) and after[i + 1].low in words("to_fly") for i, item in enumerate(after)
    ) or any(item.mention is not None and item.mention.reading("vehicle", "vehicle_family") for item in after)


def _of(sentence: Sentence, verb: int, noun: int) -> Iterator[Draft]:
    low = sentence.items[verb].low
    gives = low in words("ride_given")
    flyer = before(sentence, verb, 9)[-1:] if gives else _flyer(sentence, min(verb, noun))
    if not flyer:
        return
    thing = _craft(sentence, verb)
    riders = list(thing.owners[:1]) if thing is not None else []
    if not riders and not gives:
        riders = before(sentence, verb)[-1:] or pronoun(sentence, verb)
    if not riders or is_at_home(riders[0].code, flyer[0].code) or is_at_home(flyer[0].code, riders[0].code):
        return
    made = draft(
        "launch_service", "service_ride", sentence, verb, [flyer[0], riders[0]], thing=thing, supplier=flyer[0]
    )
    if made is not None:
        yield made


def _flyer(sentence: Sentence, verb: int) -> list[Actor]:
    """Who flies it, behind the verb: a rocket's owner, a firm that launches, an agency with its rocket."""
    items = sentence.items
    for index in range(verb + 1, min(len(items), verb + 2 * _REACH)):
        mention = items[index].mention
        if items[index].kind in ("semicolon", "colon", "stop"):
            break
        if mention is None:
            continue
        if mention.reading("vehicle", "vehicle_family") and len(mention.codes) == 1:
            return [Actor(mention.codes[0], mention.start, mention.end, sentence.part.name, True, index)]
        trade = items[index].cue("supplier")
        rocket = any(item.low.startswith(("rocket", "launcher")) for item in items[index + 1 : index + 3])
        if (trade is not None and trade.value == "launch") or rocket:
            return list(actors(sentence, index))[:1]
    return []


def _craft(sentence: Sentence, verb: int) -> Thing | None:
    """What rides: named in the sentence, else what it points back to."""
    own = [thing for thing in things(sentence) if thing.owners]
    named = [thing for thing in own if thing.mention is not None] or own
    return named[0] if named else antecedent(sentence, verb)
