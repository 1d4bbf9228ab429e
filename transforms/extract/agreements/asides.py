"""Names in the place of a party: whose subsidiary a firm is, where it is from, a word of a longer name, an office.

Belongs here: tests of a name by its neighbours. Does not belong here: choosing the parties (`parties`).
"""

from transforms.extract.agreements.verbs import act_of
from transforms.text.coreference import listed
from transforms.text.items import Item

_LEADING = frozenset({"headed", "led", "formed", "fronted"})
_RELATED = frozenset({"supplier", "rival", "competitor", "customer", "subsidiary"})
_VENTURES = frozenset({"venture", "ventures", "consortium", "subsidiary"})
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


def is_home(items: list[Item], index: int) -> bool:
    """`the EU country of Latvia`, `fellow BRICS states Brazil and India`: where those named next belong."""
    name, after = items[index].mention, items[index + 1 : index + 3]
    if name is None or name.category not in ("body", "body_demonym") or len(after) < 2:
        return False
    is_one = after[0].low in ("country", "nation", "state") and after[1].low == "of"
    named = after[1].mention is not None and after[1].mention.category == "country"
    return is_one or (after[0].low in ("countries", "nations", "states", "members") and named)


def is_parent(items: list[Item], index: int) -> bool:
    """`X, a joint venture between A and B, signed …`: those whom a firm belongs to."""
    link = next((at for at in range(index - 1, max(0, index - 9), -1) if items[at].low in ("between", "of")), 0)
    if link < 3 or items[link - 1].low.split(" ")[-1] not in _VENTURES:
        return False
    comma = next((at for at in range(link - 1, max(0, link - 6), -1) if items[at].kind == "comma"), 0)
    firm = items[comma - 1].mention if comma else None
    return firm is not None and firm.is_party


def is_owner(items: list[Item], index: int) -> bool:
    """`Thales Alenia Space (Thales/Leonardo)`: a party in the brackets behind another one."""
    opened = next((at for at in range(index - 1, max(0, index - 9), -1) if items[at].kind in ("open", "close")), 0)
    firm, name = items[opened - 1].mention if opened else None, items[index].mention
    if not opened or items[opened].kind != "open" or firm is None or name is None or not firm.is_party:
        return False
    return bool(firm.codes) and not set(firm.codes) & set(name.codes)


def is_related(items: list[Item], index: int) -> bool:
    """`A's supplier in Chile`, `B's rival C`: a party that only says who another one is."""
    if index + 3 >= len(items) or items[index + 1].kind != "poss":
        return False
    for at in range(index + 2, min(len(items) - 1, index + 5)):
        if items[at].low in _RELATED:
            after = items[at + 1]
            return after.mention is not None or (after.low == "in" and at + 2 < len(items))
        if items[at].kind not in ("word", "hyphen"):
            return False
    return False


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
    if at < 2 or items[at].low not in ("of", "at", "for", "from"):
        return False
    if _is_person(items, at - 1):
        return True  # `Ana Ruiz of A`
    comma = next((n for n in range(at - 1, max(-1, at - 8), -1) if items[n].kind == "comma"), None)
    lead = items[comma:at] if comma is not None else []
    return any(item.cue("actor") is not None or item.low in _OFFICES for item in lead)


def is_stood_for(items: list[Item], index: int) -> bool:
    """`on behalf of A`, `Juan Soto for A`, `Juan Soto, for A`: for whom somebody signs."""
    at = index - 1
    while at > 1 and "det" in items[at].classes:
        at -= 1
    if at > 0 and items[at].low == "for":
        person = at - 2 if items[at - 1].kind == "comma" and at > 1 else at - 1
        mention = items[person].mention
        if mention is not None and mention.category == "unknown" and items[person].capital:
            return True
    return any(item.low == "behalf" for item in items[max(0, index - 4) : index])


def _is_person(items: list[Item], last: int) -> bool:
    """A name of two words and more that no lexicon knows, in a list: `by …`, `and …`."""
    mention = items[last].mention
    if mention is None or mention.category != "unknown" or " " not in mention.text:
        return False
    before = items[last - 1]
    return before.kind == "comma" or "conj" in before.classes or before.low in ("by", "mr", "mrs", "ms", "dr")


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


def is_of_deed(items: list[Item], at: int) -> bool:
    """`developed by A`: behind a participle of another deed than signing."""
    link = next((i for i in range(at - 1, max(0, at - 5), -1) if items[i].low == "by"), 0)
    return link > 0 and items[link - 1].low.endswith("ed") and act_of(items[link - 1]) is None


def closes_list(items: list[Item], link: int) -> int | None:
    """`between A and the ministry`: where the second side ends that only a noun tells; it is of whom the story is."""
    for at in range(link + 1, min(len(items) - 2, link + 8)):
        if "conj" in items[at].classes and items[at + 1].low in ("the", "its"):
            head = next((i for i in range(at + 2, min(len(items), at + 5)) if items[i].cue("actor") is not None), None)
            named = any(item.mention is not None for item in items[at + 1 : at + 5])
            return head if head is not None and not named else None
    return None
