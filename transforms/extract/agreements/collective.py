"""Agreements with each of several states that the sentence only counts: `with all six`, `with each of them`.

Belongs here: which states are meant, and who signed with them. Does not belong here: partners that the sentence names
(`parties`), a single one left out (`reference`).
"""

import re

from transforms.extract.agreements.members import Member, Members
from transforms.extract.agreements.standing import NATION
from transforms.extract.agreements.triggers import Trigger
from transforms.extract.drafts import Draft
from transforms.text.items import Item

_ALL = re.compile(
    r"\bwith (?:all (?:of (?:them|these) )?(?:the )?(?P<count>three|four|five|six|seven|eight|nine|ten)?"
    r"|each(?: of (?:them|these|the))?|its (?:\w+ )?(?:partners|neighbou?rs))\b",
    re.IGNORECASE,
)
#: Words of `as well as`, which goes on with a list.
_AS_WELL = frozenset({"as", "well", "as well as"})
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def all_of(trigger: Trigger, members: Members) -> tuple[list[Member], list[Member]] | None:
    """`pacts with all six`, `with each of them`, `with its partners`: the states just listed, and who signed."""
    match = _ALL.search(trigger.sentence.part.text, trigger.sentence.start, trigger.sentence.end)
    if match is None or members.slot("with", "between"):
        return None
    count = _NUMBERS.get((match["count"] or "").lower())
    for earlier in trigger.sentence.before():
        if trigger.sentence.index - earlier.index > 2:
            return None
        found = {m.codes[0]: m for m in earlier.parties if m.category == "country" and len(m.codes) == 1}
        if len(found) > 2 and count in (None, len(found), len(found) - 1):
            break
    else:
        return None
    named = list(members.found.values())
    owner = next((m for m in named if m.code not in found), None) or (named[0] if len(named) == 1 else None)
    owner = owner or _leader(trigger, set(found))
    if owner is None:
        return None
    part = trigger.sentence.part.name
    chosen = [Member(code, m.start, m.end, part, True, "with", m) for code, m in found.items() if code != owner.code]
    return chosen, [owner]


def _leader(trigger: Trigger, known: set[str]) -> Member | None:
    """Whose craft the story is about; else the party that the article names most often beside those."""
    document = trigger.sentence.part.document
    for sentence in (*document.title.sentences, *document.body.sentences[:3]):
        for mention in sentence.mentions:
            if mention.category == "spacecraft" and len(mention.codes) == 1 and mention.codes[0] not in known:
                part = sentence.part.name
                return Member(mention.codes[0], mention.start, mention.end, part, True, "subject", mention)
    for code, (_, mention, part) in trigger.sentence.part.document.salience.items():
        if code not in known:
            return Member(code, mention.start, mention.end, part, True, "subject", mention)
    return None


def _describes(items: list[Item], index: int) -> bool:
    """`fellow EU countries A and B`: words between `as well as` and the names."""
    after = items[index + 1] if index + 1 < len(items) else None
    is_of_nations = after is not None and (after.cue(NATION) is not None or _is_body_of(items[index], after))
    return items[index].low == "fellow" or items[index].cue(NATION) is not None or is_of_nations


def _is_body_of(item: Item, after: Item) -> bool:
    """`BRICS countries Brazil`: a body straight before a country of it."""
    names = (item.mention, after.mention)
    return [name.category if name is not None else None for name in names] == ["body", "country"]


def listed_on(trigger: Trigger, last: Member) -> list[Member]:
    """The partners listed behind the last one, over brackets: `with A (2018, training), B (2019) and C`."""
    items, found, is_open, is_joined = trigger.items, list[Member](), False, False
    for index in range(last.index + 1, len(items)):
        item = items[index]
        if item.kind in ("open", "close"):
            is_open = item.kind == "open"
        elif is_open or "det" in item.classes or item.kind == "poss" or _describes(items, index):
            continue
        elif item.low in _AS_WELL or item.kind in ("comma", "semicolon") or "conj" in item.classes:
            is_joined = True
        elif item.mention is not None and is_joined and item.mention.is_party and item.mention.codes:
            mention = item.mention
            found += [Member(c, mention.start, mention.end, trigger.sentence.part.name, False, "with", mention, index)
                      for c in mention.codes[:1]]  # fmt: skip
            is_joined = False
        else:
            break
    return found


def beside(trigger: Trigger, members: Members, last: Draft | None) -> None:
    """`pacts with A, B and C, as well as a memorandum with D`: by the one who has those pacts."""
    if last is None or last.rule != "document_each" or last.sentence is not trigger.sentence:
        return
    own = last.spans["parties"][0]
    if list(members.found) and not members.slot("subject", "between", "owner") and own.value not in members.found:
        members.add(Member(str(own.value), own.start, own.end, own.part, True, "subject"))
