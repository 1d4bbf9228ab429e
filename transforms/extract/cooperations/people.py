"""People who are told with their nation: `an Omani`, `the Omani prince Said Ali`, `Said Ali of Oman`.

Belongs here: telling whether the nation at a name is that of a person. Does not belong here: who flies with whom
(`crews`).
"""

from transforms.extract.cooperations.actors import words
from transforms.text.items import Item


def is_of_nation(items: list[Item], at: int) -> bool:
    """`two Americans`; `an Afghan, …`; `the first Indian in space`; `American Peggy Whitson`."""
    mention = items[at].mention
    if mention is None or mention.category not in ("people", "demonym"):
        return False
    after = items[at + 1] if at + 1 < len(items) else None
    if mention.category == "people" or after is None:
        return mention.category == "people"
    if len(items) > at + 2 and after.kind == "word" and not after.classes and _is_full_name(items[at + 2]):
        return True  # `the Omani prince Said Ali`
    if _is_person(after) or after.low in words("person") or _is_trade(items, at + 1):
        return True
    counted = at > 0 and bool(
        items[at - 1].classes & {"det"}
        or items[at - 1].kind == "number"
        or items[at - 1].low in words("count")
        or items[at - 1].low == "only"
    )
    return counted and (after.kind in ("comma", "stop", "mark") or after.low.startswith("in ")
                        or after.low.partition(" ")[0] in ("to", "around", "who")
                        or bool(after.classes & {"conj", "be", "have", "prep"}))  # fmt: skip


def _is_trade(items: list[Item], at: int) -> bool:
    """`a Pakistani air force major`: what a person is, by a noun of several words."""
    for item in items[at : at + 4]:
        if item.kind not in ("word", "hyphen") or item.classes:
            return False
        if item.low in words("person"):
            return True
    return False


def is_of_person(items: list[Item], at: int) -> bool:
    """`Satoshi Furukawa of JAXA`, `Thomas Pesquet (ESA)`, `Russia's Oleg Kononenko`."""
    lead = at - 1
    while lead > 0 and ("det" in items[lead].classes or items[lead].kind == "open"):
        lead -= 1
    if lead > 0 and items[lead].kind in ("comma", "word") and _is_full_name(items[lead - 1]):
        follows = items[at + 1].kind if at + 1 < len(items) else "stop"
        if items[lead].kind == "comma" and follows == "poss":
            return True  # `Said Ali, Oman's first man in space`
        if items[lead].low == "for" and follows in ("semicolon", "stop", "comma"):
            return True  # `Said Ali for Oman;`
    if lead > 0 and items[lead].low in ("of", "from"):
        lead -= 2 if items[lead - 1].kind == "comma" else 1  # also `Satoshi Furukawa, of Japan`
        if lead > 2 and items[lead].kind == "word" and not _is_person(items[lead]):
            lead = _apposed(items, lead)
    elif at > 0 and items[at - 1].kind != "open":
        after = items[at + 1 : at + 3]
        is_of = len(after) == 2 and (
            after[0].kind == "poss" or (after[0].kind == "quote" and items[at].low[-1:] == "s")
        )
        return is_of and _is_person(after[1])  # also `Roscosmos' Oleg Kononenko`
    elif at == 0:
        return len(items) > 2 and items[1].kind == "poss" and (_is_person(items[2]) or _is_first(items))
    return lead >= 0 and _is_person(items[lead])


def _is_first(items: list[Item]) -> bool:
    """`Oman's first woman in space, Ada Ali, …`: the name stands behind the description."""
    comma = next((i for i in range(3, min(len(items) - 1, 9)) if items[i].kind == "comma"), None)
    return comma is not None and items[2].low in ("first", "second", "only") and _is_full_name(items[comma + 1])


def _apposed(items: list[Item], at: int) -> int:
    """The index of the name that a description behind it ends at: `Said Ali, a test pilot from Oman`."""
    for index in range(at, max(1, at - 5), -1):
        if items[index].low in ("a", "an") and items[index - 1].kind == "comma":
            return index - 2
        if items[index].kind != "word" or items[index].classes:
            break
    return at


def _is_full_name(item: Item) -> bool:
    return _is_person(item) and item.mention is not None and " " in item.mention.text


def _is_person(item: Item) -> bool:
    mention = item.mention
    return mention is not None and mention.category == "unknown"


def goes_on(items: list[Item]) -> bool:
    """`With her are …`, `A and B landed with her`, `Their commander was …`: the rest of a crew told of before."""
    if len(items) < 3:
        return False
    if items[0].low in ("their", "his", "her") and items[1].low in words("fellow_flier"):
        return True
    if (
        items[0].low in ("on", "at", "to")
        and items[1].low in ("his", "her", "their")
        and items[2].low in words("flank")
    ):
        return True
    return any(
        items[i].low in ("him", "her", "them") and items[i - 1].low in words("beside") and not _is_owned(items, i)
        for i in range(1, len(items))
    )


def _is_owned(items: list[Item], at: int) -> bool:
    """`with her husband`: no flier."""
    after = items[at + 1] if at + 1 < len(items) else None
    return after is not None and after.kind == "word" and not after.classes and not after.low.endswith("ed")
