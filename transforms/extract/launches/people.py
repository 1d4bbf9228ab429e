"""Which names beside a launch are people's: those who fly, and so no payload.

Belongs here: telling `the Soviet Union's Aleksei Gubarev` from `India's Sindhu Netra`. Does not belong here: who flies
with whom (`cooperations.crews`).
"""

import re
from collections.abc import Iterator

from transforms.extract.launches import persons
from transforms.extract.launches.craft import craft_type
from transforms.extract.launches.items import has, word_set
from transforms.extract.launches.phrases import craft_noun_follows, is_apposition
from transforms.extract.launches.slots import Slot
from transforms.text.items import Item
from transforms.text.sentence import Sentence

CREW = "cooperation.crewman"
#: First name and last, with what may stand between: `Mark Vande Hei`, `Salizhan Sharipov`, `Jean-Loup Chrétien`.
_FULL = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*(?: [^\W\d_]+(?:[-'’][^\W\d_]+)*){1,3}")
#: A name of one word, and how far before a whole name its calling stands.
_LONE, _LEAD = re.compile(r"[^\W\d_][^\W\d_A-Z]+"), 24
_PERSON = re.compile(rf"\b({_LONE.pattern}) (?:[A-Z]\. )?(?=({_LONE.pattern})\b)")
_CREWED = ("station", "capsule", "crewed_mission")


def is_person(sentence: Sentence, slot: Slot) -> bool:
    """Whether the unknown name at a payload's place is that of someone who flies."""
    mention, items, at = slot.mention, sentence.items, slot.first
    if mention is None or mention.category != "unknown":
        return False
    if _LONE.fullmatch(mention.text):
        return _is_surname(sentence, mention.text) and not craft_noun_follows(items, at)
    if not _FULL.fullmatch(mention.text):
        return False
    if craft_noun_follows(items, at) or is_apposition(items, at) or has(items, at - 1, at, "launch.craft"):
        return False
    if mention.text.split(" ")[0].lower() in word_set("given"):
        return True
    is_owned = at > 0 and items[at - 1].kind == "poss"
    return _is_called_one(items, at) or (is_owned and _flies_crew(sentence))


def _is_surname(sentence: Sentence, name: str) -> bool:
    """Whether the article has the whole name of a person who is called so: `astronaut Ana C. Soto`, then `Soto`."""
    document = sentence.part.document
    known: frozenset[str] | None = document.__dict__.get("_surnames")
    if known is None:
        known = document.__dict__["_surnames"] = frozenset(_surnames(document.body.text))
    return name in known


def _surnames(text: str) -> Iterator[str]:
    """The last words of the names of persons: behind a first name, or a calling that is a flier's."""
    for full in _PERSON.finditer(text):
        lead = text[max(0, full.start() - _LEAD) : full.start()].lower()
        if full[1].lower() in word_set("given") or any(word in lead for word in persons.CREW):
            yield full[2]


def _is_called_one(items: list[Item], at: int) -> bool:
    """`Ana Soto, an engineer`: what she is stands behind the name."""
    if at + 2 >= len(items) or items[at + 1].kind != "comma" or "det" not in items[at + 2].classes:
        return False
    return any(item.low in word_set("callings") or item.cue(CREW) is not None for item in items[at + 3 : at + 8])


def _flies_crew(sentence: Sentence) -> bool:
    """Whether the words around tell of a crewed flight: of crew, a capsule, or a station to go to."""
    if any(_is_crewed(item) for item in sentence.items):
        return True
    near = (sentence, sentence.previous, sentence.following, *sentence.part.document.title.sentences)
    return any(other is not None and other.has(CREW) for other in near)


def _is_crewed(item: Item) -> bool:
    is_named = item.mention is not None and craft_type(item.mention) in _CREWED
    return is_named or (item.cue("launch.goal") is not None and item.low.endswith("station"))
