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
    if _is_person(after) or after.low in words("person"):
        return True
    counted = at > 0 and bool(
        items[at - 1].classes & {"det"} or items[at - 1].kind == "number" or items[at - 1].low in words("count")
    )
    return counted and (after.kind in ("comma", "stop") or after.low.startswith("in ")
                        or bool(after.classes & {"conj", "be", "have", "prep"}))  # fmt: skip


def is_of_person(items: list[Item], at: int) -> bool:
    """`Satoshi Furukawa of JAXA`, `Thomas Pesquet (ESA)`, `Russia's Oleg Kononenko`."""
    lead = at - 1
    while lead > 0 and ("det" in items[lead].classes or items[lead].kind == "open"):
        lead -= 1
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
        return len(items) > 2 and items[1].kind == "poss" and _is_person(items[2])
    return lead >= 0 and _is_person(items[lead])


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
    """`With her are the Swede …`: the rest of the crew told of in the sentence before."""
    return (
        len(items) > 2 and items[0].low in ("with", "alongside", "joining") and items[1].low in ("him", "her", "them")
    )
