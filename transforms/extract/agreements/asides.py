"""Names in the place of a party: whose subsidiary a firm is, where it is from, a word of a longer name, an office.

Belongs here: tests of a name by its neighbours. Does not belong here: choosing the parties (`parties`).
"""

from transforms.text.coreference import listed
from transforms.text.items import Item

_LEADING = frozenset({"headed", "led", "formed", "fronted"})
#: Offices that sign, beside those which stand for whom they lead.
_OFFICES = frozenset({"executive", "officer", "deputy", "secretary", "ambassador", "manager", "vice-president"})


def is_aside(items: list[Item], index: int) -> bool:
    """`SSTL, a subsidiary of Astrium`, `Thales Alenia Space of France and Italy`: says whose, or where, a firm is."""
    at = index - 1
    while at > 0 and (items[at].classes & {"det", "conj"} or items[at].mention is not None) and items[at].low != "of":
        at -= 1
    if at < 1 or items[at].low not in ("of", "by"):
        return False
    if items[at - 1].low in ("subsidiary", "unit", "arm", "division", "affiliate", "owned", "part"):
        return True
    firm, name = items[at - 1].mention, items[index].mention
    return (
        items[at].low == "of"
        and firm is not None
        and firm.category == "organization"
        and name is not None
        and name.category == "country"
        and any("conj" in item.classes for item in items[at + 1 : index + 3])
    )


def is_word(items: list[Item], index: int) -> bool:
    """`Exploration and Human Spaceflight`, `Operations (HEO)`: an everyday name that is but a word of another one."""
    mention = items[index].mention
    if mention is None or mention.category != "organization" or index == 0:
        return False
    before = items[index - 1]
    if before.kind == "open":
        known = items[index - 2].mention if index > 1 else None
        return known is None or not known.is_party
    if before.mention is not None:
        return before.mention.category in ("unknown", "unknown_organization")
    return before.kind == "word" and before.capital and not before.classes and bool(before.cues)


def is_office(items: list[Item], index: int) -> bool:
    """`Ana Ruiz, A's director of science`, `Jean Petit, president of B`: whom a person signs for."""
    if index + 2 < len(items) and items[index + 1].kind == "poss":
        return any(item.cue("actor") is not None for item in items[index + 2 : index + 4])
    at = index - 1
    while at > 0 and "det" in items[at].classes:
        at -= 1
    if at < 2 or items[at].low not in ("of", "at", "for"):
        return False
    comma = next((n for n in range(at - 1, max(-1, at - 8), -1) if items[n].kind == "comma"), None)
    lead = items[comma:at] if comma is not None else []
    return any(item.cue("actor") is not None or item.low in _OFFICES for item in lead)


def listed_of(items: list[Item], noun: int) -> list[int]:
    """`a memorandum of A and B`, `a pact of A with B`: items of the parties that the document is said to be of.

    Also `In a joint statement A and B pledged`, where no comma parts them.
    """
    if noun + 2 >= len(items):
        return []
    if noun > 1 and items[noun - 2].low == "in" and items[noun + 1].mention is not None:
        found = listed(items, noun + 1) if items[noun + 1].mention.is_party else []  # type: ignore[union-attr]
        return found if len(found) > 1 else []
    if items[noun + 1].low != "of":
        return []
    first = noun + 3 if "det" in items[noun + 2].classes else noun + 2
    mention = items[first].mention if first < len(items) else None
    if mention is None or not mention.is_party:
        return []
    found = listed(items, first)
    after = items[found[-1] + 1].low if found[-1] + 1 < len(items) else ""
    return found if len(found) > 1 or after in ("with", "and") else []


def is_led(items: list[Item], index: int, verb: int) -> bool:
    """`headed by prime contractor A`: the party at the item hangs on a participle other than the document's verb."""
    by = next((i for i in range(index - 1, max(0, index - 8), -1) if items[i].low == "by"), None)
    return by is not None and by - 1 != verb and items[by - 1].low in _LEADING
