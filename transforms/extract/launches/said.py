"""Whose a craft is by what another sentence says it is: `Nimbus-1 is Peru's first satellite`, `a Chilean craft`.

Belongs here: such sentences, for craft whose launch is told without an owner. Does not belong here: owners beside the
name in the telling itself (`owners`).
"""

from transforms.extract.launches.beside import is_maker
from transforms.extract.launches.slots import Slot, read
from transforms.text.document import Document
from transforms.text.items import Item
from transforms.text.mentions import Mention
from transforms.text.sentence import Sentence

_STORY, _REACH = 16, 12


def owners(document: Document, name: str) -> tuple[Sentence, list[Mention]] | None:
    """The first sentence that says whose the craft of this name is, with its parties."""
    for sentence in document.body.sentences[:_STORY]:
        if name not in sentence.text:
            continue
        for slot in read(sentence):
            if slot.role == "payload" and slot.mention is not None and slot.mention.text == name:
                found = _of(sentence.items, slot)
                if found:
                    return sentence, found
    return None


def _of(items: list[Item], slot: Slot) -> list[Mention]:
    """`X is a Peruvian satellite`, `X is the first satellite of Peru`, `X, the second satellite of Peru`."""
    at = slot.last
    if at + 2 >= len(items) or not (items[at].kind == "comma" or "be" in items[at].classes):
        return []
    noun = next((n for n in range(at + 1, min(len(items), at + _REACH)) if items[n].cue("launch.craft")), None)
    if noun is None or any(
        items[n].kind in ("comma", "semicolon") or "rel" in items[n].classes for n in range(at + 1, noun)
    ):
        return []
    for n in range(at + 1, noun):
        mention = items[n].mention
        if mention is not None and mention.is_party and mention.codes and not is_maker(items, n):
            is_whose = mention.category == "demonym" or items[n + 1].kind == "poss"
            return [mention] if is_whose else []
    if noun + 2 < len(items) and items[noun + 1].low in ("of", "for"):
        after = noun + 2 + ("det" in items[noun + 2].classes)
        mention = items[after].mention if after < len(items) else None
        return [mention] if mention is not None and mention.is_party and mention.codes else []
    return []
