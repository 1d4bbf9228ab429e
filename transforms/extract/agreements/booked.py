"""The customers of several contracts that one firm of the trade is told to have signed.

Belongs here: `contracts for A, B and C`, and the list of craft that a sentence close behind gives. Does not belong
here: partners behind `with` (`parties`), or one contract alone (`reference`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from transforms.extract.agreements.members import Member, Members
from transforms.extract.agreements.triggers import Trigger
from transforms.extract.cooperations.craft import Thing, things
from transforms.extract.cooperations.recognition import is_craft_noun
from transforms.extract.vocabulary import word_set
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_BOOKED = word_set("agreements.booked.heads")
#: How many sentences behind the count the list may come.
_REACH = 6
_EUROPE = "ESA"
_PARTIES = frozenset({"organization", "body", "country"})


class Booking(NamedTuple):
    """A customer or, where that is who signs, a supplier; and the craft or rocket that the contract is for."""

    partner: Member
    sentence: Sentence
    thing: Mention | None
    supplies: bool


def bookings(trigger: Trigger, members: Members) -> list[Booking]:
    """One for each of two and more contracts; none where the words name but one other party."""
    if trigger.cue.form != "many" or trigger.cue.value != "contract" or trigger.status != "signed":
        return []
    if len(members.found) != 1 or members.slot("with", "source"):
        return []
    own = next(iter(members.found.values()))
    found = list(_served(trigger, own)) or (_rows(trigger, own) if _supplies(trigger.items, own) else [])
    return found if len({(b.partner.code, b.thing and b.thing.text) for b in found}) > 1 else []


def _supplies(items: list[Item], member: Member) -> bool:
    return 0 <= member.index < len(items) and items[member.index].cue("supplier") is not None


def _served(trigger: Trigger, own: Member) -> Iterator[Booking]:
    """`contracts for launches for A, B and C's X-1`; `contracts for A's Vega and for B's Atlas`."""
    items, part = trigger.items, trigger.sentence.part.name
    launches = _supplies(items, own)
    is_open = False
    for index in range(trigger.noun + 1, len(items)):
        item = items[index]
        mention = item.mention
        if item.low == "for":
            is_open = True
        elif not is_open or item.kind in ("comma", "poss") or item.classes & {"det", "conj"} or is_craft_noun(item):
            continue
        elif mention is None or len(mention.codes) != 1:
            is_open = False
        elif mention.codes[0] != own.code:
            after = items[index + 2].mention if _owns(items, index) else None
            is_rocket = after is not None and after.reading("vehicle", "vehicle_family") is not None
            is_craft = mention.reading("spacecraft") is not None and not mention.is_party
            sells = is_rocket or item.cue("supplier") is not None
            if sells != launches and (is_craft or mention.category in _PARTIES):
                member = Member(mention.codes[0], mention.start, mention.end, part, is_craft, "with", mention, index)
                yield Booking(member, trigger.sentence, mention if is_craft else after, sells)


def _owns(items: list[Item], index: int) -> bool:
    return index + 2 < len(items) and items[index + 1].kind == "poss"


def _rows(trigger: Trigger, own: Member) -> list[Booking]:
    """`The new payloads are X of A and Y of B`: the craft listed in a sentence close behind."""
    sentence = trigger.sentence
    for other in sentence.part.sentences[sentence.index + 1 : sentence.index + 1 + _REACH]:
        head = _head(other)
        if head is None:
            continue
        found = []
        for thing in things(other):
            owner = _owner(thing, own.code)
            if thing.first > head and owner is not None:
                found.append(Booking(owner, other, thing.mention, False))
        return found
    return []


def _head(sentence: Sentence) -> int | None:
    """Where `The ten payloads won this year are` ends."""
    items = sentence.items
    for index, item in enumerate(items[:12]):
        if item.kind == "colon" or (index > 1 and ("be" in item.classes or item.low in ("include", "comprise"))):
            lead = items[:index]
            return index if "det" in items[0].classes and any(i.low in _BOOKED for i in lead) else None
    return None


def _owner(thing: Thing, own: str) -> Member | None:
    """The one owner of a craft that its words tell, or else that is known."""
    told = [owner for owner in thing.told if owner.code != _EUROPE or not thing.known]
    owners = told or thing.known  # `the European craft X` is no agency's for that
    if thing.mention is None or len(owners) != 1 or owners[0].code == own:
        return None
    whose = owners[0]
    return Member(whose.code, whose.start, whose.end, whose.part, True, "with")
