"""Deals told as what two announce together: `A and B announced that B will supply …`.

Belongs here: announcements by both sides of what one does for the other, with no document named. Does not belong here:
documents that are announced (`triggers`).
"""

import re
from collections.abc import Iterator

from transforms.extract.agreements.members import Members, members_of
from transforms.extract.agreements.triggers import AGREE, Trigger
from transforms.extract.vocabulary import word_set
from transforms.text.cues import Cue
from transforms.text.items import Item
from transforms.text.roles import Role
from transforms.text.sentence import Sentence
from transforms.text.verbs import group

ANNOUNCE = "agreement.announce"
_DOES = word_set("agreements.announced.does")
_WILL = frozenset({"will", "would"})
_REACH = 8
#: What one will do, in folded words.
_TO_COME = re.compile(rf"\b(?:will|would) (?:{'|'.join(sorted(_DOES))})\b")


def may_announce(sentence: Sentence) -> bool:
    """Whether the sentence announces what will be done."""
    return sentence.has(ANNOUNCE) and sentence.says(_TO_COME)


def jointly(sentence: Sentence) -> Iterator[tuple[Trigger, Members]]:
    """A trigger at each verb by which two sides announce what one of them will do for the other."""
    items = sentence.items
    for index, item in enumerate(items):
        cue = item.cue(ANNOUNCE)
        if cue is None or cue.form != "ed":
            continue
        read = group(items, index, "ed")
        if not read.is_done or any("be" in before.classes for before in items[read.first : index]):
            continue
        sides = _before_that(sentence, index, read.first) or _behind_deed(sentence, read.first)
        if len(sides.found) == 2:
            plain = Cue(AGREE, "agreement", "one")
            yield Trigger(sentence, sentence.structure, index, plain, index, "announce", read, "signed"), sides


def _before_that(sentence: Sentence, verb: int, first: int) -> Members:
    """`A and B announced on May 3 that B will supply …`: the two in front of the verb."""
    items = sentence.items
    that = next((i for i in range(verb + 1, min(len(items), verb + _REACH)) if items[i].low == "that"), None)
    deed = _deed(items, that + 1, len(items)) if that is not None else None
    if that is None or deed is None:
        return Members()
    sides = _acting(sentence, [r for r in sentence.structure.roles if r.index < first and r.governor == "subject"])
    doers = [role for role in sentence.structure.roles if that < role.index < deed and role.governor == "subject"]
    is_theirs = all(set(role.mention.codes) <= set(sides.found) for role in doers)
    return sides if is_theirs else Members()


def _behind_deed(sentence: Sentence, first: int) -> Members:
    """`A will launch a craft of B, the company and B announced`: the two whom the sentence names."""
    items = sentence.items
    comma = next((i for i in range(first - 1, 0, -1) if items[i].kind == "comma"), None)
    if comma is None or first - comma > _REACH or not any("conj" in i.classes for i in items[comma + 1 : first]):
        return Members()
    doers = [r for r in sentence.structure.roles if r.governor == "subject" and r.acts]
    deed = _deed(items, 1, comma)
    if deed is None or not doers or doers[0].index > deed:
        return Members()
    return _acting(sentence, [role for role in sentence.structure.roles if role.index < first])


def _deed(items: list[Item], start: int, stop: int) -> int | None:
    """Where it is told what one will do."""
    return next((i for i in range(start, stop - 1) if items[i].low in _WILL and items[i + 1].low in _DOES), None)


def _acting(sentence: Sentence, roles: list[Role]) -> Members:
    members = Members()
    for role in roles:
        for member in members_of(sentence, role, "subject") if role.mention.is_party and role.acts else ():
            members.add(member)
    return members
