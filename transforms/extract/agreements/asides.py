"""Names in the place of a party: whose subsidiary a firm is, where it is from, a word of a longer name, an office.

Belongs here: tests of a name by its neighbours. Does not belong here: choosing the parties (`parties`).
"""

from transforms.text.items import Item


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
    if at < 2 or items[at].low != "of":
        return False
    lead = items[max(0, at - 3) : at]
    return any(item.cue("actor") is not None for item in lead) and any(item.kind == "comma" for item in lead)
