"""The slots of a sentence: what each of its items can be to a launch.

Belongs here: the record, and the reading of a sentence into it. Does not belong here: what makes a name a craft
(`craft`) or a rocket or a range (`rockets`), a word a trigger (`triggers`), a time a date
of lift-off (`dates`), or which slots belong together (`clauses`).
"""

from typing import Literal, NamedTuple

from transforms.extract.launches import dates, picked, rockets, short, triggers
from transforms.extract.launches.craft import is_introduced_payload, is_payload
from transforms.extract.launches.items import word_set
from transforms.extract.launches.providers import trusts
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence
from transforms.text.times import TimeExpression

Role = Literal["trigger", "payload", "vehicle", "site", "date"]


class Slot(NamedTuple):
    """A candidate for a role, at items [first, last).

    Attributes:
        kind: of a trigger what sort it is (`triggers.Trigger`); of a date `old` where it no longer holds.
        is_weak: a trigger that needs more to go by than one name.
        is_vague: a weak trigger that is an everyday verb (`left`, `took`).
        form: of a trigger, the form of the word (`base`, `s`, `ed`, `ing`; `one`, `many`).
    """

    role: Role
    first: int
    last: int
    kind: str = ""
    is_weak: bool = False
    form: str = ""
    mention: Mention | None = None
    time: TimeExpression | None = None
    is_vague: bool = False


def read(sentence: Sentence) -> list[Slot]:
    """All slots of the sentence, in order."""
    known: list[Slot] | None = sentence.__dict__.get("_slots")
    if known is None:
        known = [*undated(sentence), *_dates(sentence, _worded(sentence))]
        known.sort(key=_place)
        sentence.__dict__["_slots"] = known
    return known


def undated(sentence: Sentence) -> list[Slot]:
    """The slots but for the dates, in order: to ask for a name or a trigger costs no reading of times."""
    known: list[Slot] | None = sentence.__dict__.get("_undated")
    if known is None:
        items, found = sentence.items, _worded(sentence)
        known = [*found, *(ride for slot in found if (ride := _ride(items, slot)) is not None)]
        if "same" in sentence.words:
            known += _same_rocket(items)
        if not word_set("row.nths").isdisjoint(sentence.words):
            known += _picked(items)
        known.sort(key=_place)
        sentence.__dict__["_undated"] = known
    return known


def _place(slot: Slot) -> tuple[int, Role]:
    return slot.first, slot.role


def _worded(sentence: Sentence) -> list[Slot]:
    """What single words and names are to a launch, with the craft told by number alone."""
    known: list[Slot] | None = sentence.__dict__.get("_worded")
    if known is None:
        known = sentence.__dict__["_worded"] = _of_items(sentence)
    return known


def _of_items(sentence: Sentence) -> list[Slot]:
    items = sentence.items
    telling = [at for at, item in enumerate(items) if item.mention is not None or item.cues]
    found = [slot for at in telling if (slot := _slot(sentence, at)) is not None]
    found = [slot for slot in found if slot.role != "payload" or not rockets.is_flight_number(items, slot.first)]
    return found + _short(items, found)


def _short(items: list[Item], found: list[Slot]) -> list[Slot]:
    """The craft told by number alone behind the name of their sister: `Sat-1 and -2`."""
    taken = {slot.first for slot in found}
    return [
        Slot("payload", first, last, mention=mention)
        for slot in found
        if slot.role == "payload" and slot.mention is not None
        for first, last, mention in short.members(items, slot.mention, slot.last)
        if first not in taken
    ]


def _picked(items: list[Item]) -> list[Slot]:
    """`four Vega launches, the first in May`: a flight picked from a row."""
    return [Slot("trigger", at, at + 1, "noun", True, "one") for at in range(len(items)) if picked.picks(items, at)]


def _same_rocket(items: list[Item]) -> list[Slot]:
    """`has used the same kind of rocket`, `aboard the same launcher`: a rocket named before is ridden once more."""
    return [
        Slot("trigger", at, at, "rocket", True)
        for at, item in enumerate(items)
        if item.low == "same" and at and "det" in items[at - 1].classes
        and any(other.cue("launch.rocket") is not None for other in items[at + 1 : at + 4])
    ]  # fmt: skip


def _dates(sentence: Sentence, found: list[Slot]) -> list[Slot]:
    """The dates; a doubtful one only where there is neither a better one nor a strong trigger."""
    every = list(dates.find(sentence))
    is_told = any(slot.role == "trigger" and not slot.is_weak for slot in found)
    is_told = is_told or not all(date.is_doubtful for date in every)
    return [
        Slot("date", date.first, date.last, "old" if date.is_old else "", time=date.time)
        for date in every
        if not (date.is_doubtful and is_told)
    ]


def _slot(sentence: Sentence, at: int) -> Slot | None:
    items = sentence.items
    mention = items[at].mention
    if mention is not None and mention.category != "blocker":
        role = _role(sentence, at, mention)
        return Slot(role, at, at + 1, mention=mention) if role else None
    return _of(triggers.read(items, at), at) if items[at].cues else None


def _role(sentence: Sentence, at: int, mention: Mention) -> Role | None:
    """What the name at this item can be."""
    items = sentence.items
    if sentence.part.name == "title" and _is_of_headline(sentence, mention):
        return None
    if rockets.is_block(items, at, mention):
        return None
    is_new_rocket = mention.category in ("unknown", "unknown_craft") and rockets.is_before_noun(items, at)
    if not is_new_rocket and (is_payload(items, at, mention) or is_introduced_payload(sentence, at, mention)):
        return "payload"
    vehicle = mention.reading("vehicle")
    is_trusted = vehicle is not None and mention.is_doubtful and trusts(sentence.part.document, vehicle.id)
    if is_new_rocket or rockets.is_rocket(items, at, mention, is_trusted=is_trusted):
        return "vehicle"
    return "site" if rockets.is_site(items, at, mention) else None


def _is_of_headline(sentence: Sentence, mention: Mention) -> bool:
    """`As Europe Reconfigures Rocket Rides`: words that only a headline writes as a name, and the text never does."""
    if mention.category != "unknown" or " " not in mention.text or any(char.isdigit() for char in mention.text):
        return False
    body = sentence.part.document.body.text
    return bool(body) and triggers.is_headline(sentence.items) and mention.text not in body


def _ride(items: list[Item], slot: Slot) -> Slot | None:
    """The trigger that a name itself can be, by how it is told of."""
    if slot.mention is None:
        return None
    if slot.role == "vehicle":
        return _of(triggers.on_rocket(items, slot.first), slot.first)
    if slot.role == "payload":
        return _of(triggers.in_craft(items, slot.first, slot.mention), slot.first)
    return None


def _of(trigger: triggers.Trigger | None, at: int) -> Slot | None:
    if trigger is None:
        return None
    first = at if trigger.at is None else trigger.at
    last = first if trigger.is_empty else first + 1
    return Slot("trigger", first, last, trigger.kind, trigger.is_weak, trigger.form, is_vague=trigger.is_vague)
