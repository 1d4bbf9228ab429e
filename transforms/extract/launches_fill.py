"""Setting the names of a draft: the rocket, the range, the payloads.

Belongs here: how a name is written in its cell, with its evidence. Does not belong here: finding the name
(`launches_slots`).
"""

import re

from transforms.extract.drafts import Draft
from transforms.extract.launches_craft import craft_type, standard_name
from transforms.extract.launches_items import item_at
from transforms.extract.launches_rockets import ranges
from transforms.extract.launches_slots import Slot
from transforms.text.document import Sentence
from transforms.text.items import Item

_CRAFT_TAIL = re.compile(
    r"\s+(?:(?:tele)?communications?\s+)?(?:satellites?|spacecrafts?|probes?|capsules?|missions?)$", re.I
)
_ROCKET_TAIL = re.compile(r"\s+(?:carrier\s+|launch\s+)?(?:rockets?|launchers?|boosters?|vehicles?)$")
_COUNT_TAIL = re.compile(r" \d+$")
_PAD = re.compile(r"launch (?:complex|pad|area)|\b(?:S?LC|pad)\b", re.I)
_FLIGHT = re.compile(r"[a-z]{1,3}-?\d")


def put_vehicle(draft: Draft, sentence: Sentence, slot: Slot, *, inferred: bool = False) -> None:
    """The rocket as named, with its number: `H-IIA F21`."""
    mention = slot.mention
    if mention is None:
        return
    has_number = any(char.isdigit() for char in mention.text)
    after = item_at(sentence.items, slot.last)
    end = after.end if after is not None and _is_number(after, has_number=has_number) else mention.end
    name = _ROCKET_TAIL.sub("", sentence.part.text[mention.start : end])
    draft.put("vehicle", name, mention.start, mention.start + len(name), inferred=inferred, part=sentence.part.name)
    reading = mention.reading("vehicle")
    draft.notes["rocket"] = reading.id if reading is not None else None
    draft.notes["provider"] = mention.codes
    if any(char.isdigit() for char in name) and not mention.is_doubtful and not inferred:
        draft.notes["sure"] = True


def _is_number(after: Item, *, has_number: bool) -> bool:
    """Whether the item is the rocket's flight number, or the number that its name still lacks."""
    if after.mention is not None:
        return _FLIGHT.match(after.low) is not None
    return after.kind == "number" and len(after.low) < 3 and not has_number


def put_site(draft: Draft, sentence: Sentence, slot: Slot) -> None:
    """The range where it is named; of a pad alone the range it belongs to; a state only where no range is named."""
    mention, part = slot.mention, sentence.part.name
    if mention is None:
        return
    reading = mention.reading("site")
    if reading is not None and _PAD.search(mention.text):
        if draft.get("site") is None:
            draft.put("site", ranges()[reading.id], mention.start, mention.end, inferred=True, part=part)
    elif draft.get("site") is None or (draft.spans["site"][0].inferred and not mention.is_doubtful):
        draft.put("site", mention.text, mention.start, mention.end, inferred=mention.is_doubtful, part=part)


def add_craft(draft: Draft, sentence: Sentence, slot: Slot, *, inferred: bool = False) -> None:
    """A payload by its name, without the noun behind it or a count that only looks like a part of the name."""
    mention = slot.mention
    if mention is None:
        return
    name = _CRAFT_TAIL.sub("", mention.text)
    reading, kind = mention.reading("spacecraft"), craft_type(mention)
    if reading is not None and kind == "constellation" and len(reading.text) < len(name):
        name = _COUNT_TAIL.sub("", name)
    end = mention.start + len(name)
    standard = standard_name(mention)
    draft.add("payloads", standard or name, mention.start, end, inferred=inferred or standard is not None,
              part=sentence.part.name)  # fmt: skip
    draft.notes.setdefault("crafts", []).append((standard or name, sentence, slot))
    if kind is not None and not mention.is_doubtful and not inferred:
        draft.notes["sure"] = True
