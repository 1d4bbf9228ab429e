"""Setting the names of a draft: the rocket, the range, the payloads.

Belongs here: how a name is written in its cell, with its evidence. Does not belong here: finding the name
(`slots`).
"""

import re

from transforms import lexicons
from transforms.extract.drafts import Draft
from transforms.extract.launches.craft import craft_type, standard_name
from transforms.extract.launches.items import item_at, lows
from transforms.extract.launches.people import is_person
from transforms.extract.launches.rockets import ranges
from transforms.extract.launches.slots import Slot
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_CRAFT_TAIL = re.compile(
    r"\s+(?:(?:tele)?communications?\s+)?(?:satellites?|spacecrafts?|probes?|capsules?|freighters?|missions?)$", re.I
)
_ROCKET_TAIL = re.compile(r"\s+(?:carrier\s+|launch\s+)?(?:rockets?|launchers?|boosters?|vehicles?)$")
#: `on Protons`, `two PSLVs`; the number of a launch firm's flight is none of the rocket's name: `Ariane V91`.
_PLURAL = re.compile(
    r" V[AV]?-?\d{2,3}$|['’]s$|(?<=[A-Z0-9])s$|(?<=huttle)s$|(?<=Vega)s$|(?<=Proton)s$|(?<=Zenit)s$|(?<=Dnepr)s$"
    r"|(?<=Rokot)s$"
)
#: A service named for what the craft give: `Starlink internet satellites` are Starlinks.
_SERVICE = re.compile(r" (?:internet|broadband|communications?|(?:satellite )?navigation(?: system)?|constellation)$")
#: The acronym behind a craft's long name, over its noun.
_ACRONYM = re.compile(
    r"(?: (?:satellite|spacecraft|mission|probe|telescope|orbiter|observatory))?"
    r"(?: \(|, (?:or|called|known as) (?=[A-Z]{3,11}\b))(?P<short>[A-Z][A-Za-z0-9-]{2,11})(?:\)|\b(?!\)))"
)
_SATELLITES = frozenset({"satellite", "spacecraft", "orbiter", "cubesat"})
_UNITS = frozenset({"minutes", "seconds", "hours", "days", "weeks", "months", "years", "minute"})
#: What is joined to a rocket's name to tell its variant: `Zenit-3SL`, `Long March 2-F`.
_VARIANT = re.compile(r"-(?:\d?[A-Z]{1,3}|\d[A-Z]{0,2})\b")
_COUNT_TAIL = re.compile(r" \d+$")
#: A small number told with one craft of a constellation: `Dove 3`.
_SISTER = re.compile(r"^[A-Z][a-z]{2,4} [1-9]$")
_PAD = re.compile(r"launch (?:complex|pad|area)|\b(?:S?LC|pad)\b", re.I)
#: A range named with its town, in one order for all: `Guiana Space Centre, Kourou`.
_TOWN = re.compile(r" (?:in|at|near) (?=(?:Kourou|Sriharikota)$)")
_FLIGHT = re.compile(r"[a-z]{1,3}-?\d")
#: The short name behind the long one, with the number of its flight: `Nimbus Launch Vehicle (NLV) C42`.
_SHORT = re.compile(r"(?:-\w{1,3})? ?\((?P<short>[A-Z][\w-]{2,11})\)(?:[ -](?P<flight>[A-Z]{1,2}-?\d{1,3})\b)?")


def put_vehicle(draft: Draft, sentence: Sentence, slot: Slot, *, inferred: bool = False) -> None:
    """The rocket as named, with its number: `H-IIA F21`."""
    mention = slot.mention
    if mention is None:
        return
    has_number = any(char.isdigit() for char in mention.text)
    after = item_at(sentence.items, slot.last)
    unit = item_at(sentence.items, slot.last + 1)
    is_measure = unit is not None and unit.kind == "word" and not unit.classes and not unit.capital
    is_part = after is not None and _is_number(after, has_number=has_number, is_measure=is_measure)
    end = after.end if after is not None and is_part else mention.end
    variant = _VARIANT.match(sentence.part.text, end)
    end = variant.end() if variant is not None else end
    name = _ROCKET_TAIL.sub("", sentence.part.text[mention.start : end])
    if name.endswith("s") and (known := mention.reading("vehicle")) and known.text.endswith(name[:-1]):
        name = name[:-1]  # `two PSLVs`
    following = item_at(sentence.items, slot.last)
    named = mention.reading("vehicle", "vehicle_family")
    is_longer = named is not None and not named.text[-1:].isdigit()
    if following is not None and following.low in _UNITS and is_longer:
        name = _COUNT_TAIL.sub("", name)  # `separated from a PSLV 17 minutes later`
    name = _PLURAL.sub("", name)
    first, last = mention.start, mention.start + len(name)
    bare = name.removeprefix("European ")
    first, name = first + len(name) - len(bare), bare.replace("\n", " ")
    short = _SHORT.match(sentence.part.text, mention.end)
    if short is not None and _is_short_for(short["short"], mention):
        name = "-".join(word for word in (short["short"], short["flight"]) if word)
        first, last = short.start("short"), short.end("flight") if short["flight"] else short.end("short")
    draft.put("vehicle", name, first, last, inferred=inferred, part=sentence.part.name)
    reading = mention.reading("vehicle")
    draft.notes["rocket"] = reading.id if reading is not None else None
    draft.notes["provider"] = mention.codes
    draft.notes["fleet"] = _PLURAL.search(mention.text) is not None
    is_told = any(char.isdigit() or char == "-" for char in name) or _ROCKET_TAIL.search(mention.text) is not None
    is_told = is_told or "shuttle " in mention.text.lower()
    if is_told and not mention.is_doubtful and not inferred:
        draft.notes["sure"] = True


def _is_short_for(short: str, mention: Mention) -> bool:
    """Whether the lexicon knows the word in brackets as the same rocket or one of its variants."""
    reading, word = mention.reading("vehicle", "vehicle_family"), short.split("-")[0]
    if reading is None or not word.isupper() or len(mention.text) <= len(short):
        return False
    known = lexicons.lookup("vehicles", word)
    return known == reading.id or word == "".join(part[0] for part in mention.text.split() if part[0].isupper())


def _is_number(after: Item, *, has_number: bool, is_measure: bool) -> bool:
    """Whether the item is the rocket's flight number, or the number that its name still lacks."""
    if after.mention is not None:
        return _FLIGHT.match(after.low) is not None
    return after.kind == "number" and len(after.low) < 3 and not has_number and not is_measure


def put_site(draft: Draft, sentence: Sentence, slot: Slot) -> None:
    """The range where it is named; of a pad alone the range it belongs to; a state only where no range is named."""
    mention, part = slot.mention, sentence.part.name
    if mention is None:
        return
    reading = mention.reading("site")
    if reading is not None and _PAD.search(mention.text):
        if draft.get("site") is None:
            draft.put("site", ranges()[reading.id], mention.start, mention.end, inferred=True, part=part)
    elif draft.get("site") is None or (
        draft.spans["site"][0].inferred and not mention.is_doubtful and mention.category not in ("place", "country")
    ):
        is_vague = mention.is_doubtful or mention.category in ("place", "country")  # gives way to the range in it
        name = _TOWN.sub(", ", mention.text)
        is_vague = is_vague or name != mention.text
        draft.put("site", name, mention.start, mention.end, inferred=is_vague, part=part)


def _abbreviates(short: str, name: str) -> bool:
    """Whether the word in brackets is short for a name of three words and more: `Martian Moons eXploration (MMX)`."""
    if len(name.split()) < 3 or short[0] != name[0]:
        return False
    letters = iter(name.lower())
    return all(letter in letters for letter in short.lower() if letter.isalpha())


def _is_spelt_out(sentence: Sentence, slot: Slot) -> bool:
    """Whether the name stands in brackets of its own."""
    before = item_at(sentence.items, slot.first - 1)
    return before is not None and before.kind == "open"


def _has_craft(draft: Draft, craft: str) -> bool:
    """Whether the draft names the craft already, by the lexicon's id."""
    readings = (s.mention.reading("spacecraft") for _, _, s in draft.notes.get("crafts", ()) if s.mention is not None)
    return any(reading is not None and reading.id == craft for reading in readings)


def add_craft(draft: Draft, sentence: Sentence, slot: Slot, *, inferred: bool = False) -> None:
    """A payload by its name, without the noun behind it or a count that only looks like a part of the name."""
    mention = slot.mention
    if mention is None or is_person(sentence, slot):
        return
    name = _CRAFT_TAIL.sub("", mention.text).removeprefix("Copernicus ")
    reading, kind = mention.reading("spacecraft"), craft_type(mention)
    if reading is not None and _is_spelt_out(sentence, slot) and _has_craft(draft, reading.id):
        return
    if reading is not None and kind == "constellation" and lexicons.lookup("spacecraft", name[:-1]) == reading.id:
        name = name.removesuffix("s")  # `ten Starlinks`
    if kind == "constellation":
        name = _SERVICE.sub("", name)
    if reading is not None and kind == "constellation" and len(reading.text) < len(name):
        name = _COUNT_TAIL.sub("", name) if not _SISTER.search(name) else name
    is_short = mention.end - mention.start < len(name)  # `-2` of `Sat-1 and -2`
    end = mention.end if is_short else mention.start + len(name)
    standard = None if is_short else standard_name(mention)
    short = _ACRONYM.match(sentence.part.text, mention.end)
    if short is not None and standard is None and _abbreviates(short["short"], name):
        name, end = short["short"], short.end("short")
        draft.add("payloads", name, short.start("short"), end, inferred=inferred, part=sentence.part.name)
    else:
        is_inferred = inferred or is_short or standard is not None
        draft.add("payloads", standard or name, mention.start, end, inferred=is_inferred, part=sentence.part.name)
    draft.notes.setdefault("crafts", []).append((standard or name, sentence, slot))
    is_known = kind is not None and not mention.is_doubtful and not inferred
    if is_known or _is_called_satellite(sentence, slot):
        draft.notes["sure"] = True


def _is_called_satellite(sentence: Sentence, slot: Slot) -> bool:
    """`the Andean Remote Sensing Satellite (ARSS-2)`, `the Multi-purpose Satellite-7`: no other thing is called so."""
    if slot.mention is None or slot.mention.category != "unknown_craft":
        return False
    words = [*lows(sentence.items, slot.first - 2, slot.first), *slot.mention.text.lower().replace("-", " ").split()]
    return not _SATELLITES.isdisjoint(words)
