"""The name of the story's craft where its launch tells only the kind of ship, or whose it is.

Belongs here: `Soyuz` made `Soyuz MS-28`, an owner's name made that of the craft. Does not belong here: craft that a
launch does not name at all (`context`).
"""

from transforms.extract.drafts import Draft
from transforms.extract.launches.craft import craft_type, is_member
from transforms.extract.launches.fill import add_craft
from transforms.extract.launches.same import REPEATED
from transforms.extract.launches.slots import Slot, undated
from transforms.text.document import Document
from transforms.text.sentence import Sentence

_REACH = 3


def name_fully(document: Document, fact: Draft) -> None:
    """`a Soyuz spacecraft … The Soyuz MS-28 is carrying`: which of those that fly again and again it was."""
    crafts, names = fact.notes.get("crafts", []), fact.get("payloads") or []
    if len(names) != 1 or not crafts or any(char.isdigit() for char in names[0]):
        return
    if crafts[0][2].mention is None or craft_type(crafts[0][2].mention) not in REPEATED:
        return
    at = max(0, fact.notes["index"])
    fuller: dict[str, tuple[Sentence, Slot]] = {}
    for sentence in document.body.sentences[at : at + _REACH + 1]:
        if sentence.has("launch.plan") or sentence.has("launch.old"):
            continue
        for slot in undated(sentence):
            text = slot.mention.text if slot.mention is not None else ""
            if slot.role == "payload" and text.startswith(names[0] + " ") and any(char.isdigit() for char in text):
                fuller.setdefault(text, (sentence, slot))
    if len(fuller) == 1:
        fact.cells["payloads"], fact.spans["payloads"], fact.notes["crafts"] = [], [], []
        add_craft(fact, *next(iter(fuller.values())))


def name_for_owner(document: Document, fact: Draft, told: set[int]) -> None:
    """`orbits an Intelsat satellite … to deliver the Galaxy 37 satellite for Intelsat`: the name for its owner's."""
    crafts, names = fact.notes.get("crafts", []), fact.get("payloads") or []
    owner = crafts[0][2].mention if crafts and len(names) == 1 else None
    if owner is None or owner.reading("organization") is None or is_member(owner):
        return
    at = max(0, fact.notes["index"])
    found: dict[str, tuple[Sentence, Slot]] = {}
    for sentence in document.body.sentences[at : at + _REACH]:
        for slot in undated(sentence):
            name = slot.mention
            if slot.role != "payload" or name is None or not is_member(name) or name.start in told:
                continue
            if owner.text.split(" ")[0] in sentence.text or name.text.startswith(owner.text):
                found.setdefault(name.text, (sentence, slot))
    if len(found) == 1:
        fact.cells["payloads"], fact.spans["payloads"], fact.notes["crafts"] = [], [], []
        add_craft(fact, *next(iter(found.values())))
