"""Craft that are listed each with its date before one verb: `X in May 2031, Y in June 2032 and Z (2033) were launched`.

Belongs here: the pairs in front of the one that the verb follows. Does not belong here: dates listed apart from the
craft (`shares`), or craft that come behind the verb (`clauses`).
"""

from transforms.extract.launches.clauses import Clause
from transforms.extract.launches.craft import craft_type
from transforms.extract.launches.slots import Slot
from transforms.text.items import Item

#: Words between a craft and its date (`in`, a bracket), and between one pair and the next.
_WITHIN, _BETWEEN = 1, 3
#: How far behind the last date the verb stands: `were all sent up`.
_VERB = 5


def pairs(items: list[Item], slots: list[Slot]) -> tuple[list[Clause], list[Slot]]:
    """The pairs in front of the last one, and the slots without them."""
    verb = next((at for at, slot in enumerate(slots) if _is_verb(slot)), 0)
    if verb < 3 or slots[verb].first - slots[verb - 1].last > _VERB or not _is_pair(slots[verb - 2 : verb]):
        return [], slots
    found: list[Clause] = []
    at, after = verb - 2, slots[verb - 2]
    while at > 0 and slots[at - 1].role == "date" and _is_next(items, slots[at - 1], after):
        date = slots[at - 1]
        is_pair = at > 1 and _is_pair(slots[at - 2 : at])
        craft = slots[at - 2] if is_pair else _craft_before(items, date)
        if craft is None:
            break
        found.insert(0, Clause((craft, date), follows=True))
        at, after = at - (2 if is_pair else 1), craft
    return (found, slots[:at] + slots[verb - 2 :]) if found else ([], slots)


def _is_verb(slot: Slot) -> bool:
    return slot.role == "trigger" and slot.kind in ("send", "depart") and slot.form == "ed" and not slot.is_weak


def _is_pair(two: list[Slot]) -> bool:
    if [slot.role for slot in two] != ["payload", "date"] or two[1].kind == "old":
        return False
    return two[1].first - two[0].last <= _WITHIN


def _craft_before(items: list[Item], date: Slot) -> Slot | None:
    """A craft that its name alone does not tell for a load: the list does."""
    at = date.first - 1 - _WITHIN
    mention = items[at].mention if at >= 0 else None
    is_craft = mention is not None and craft_type(mention) is not None
    return Slot("payload", at, at + 1, mention=mention) if is_craft else None


def _is_next(items: list[Item], date: Slot, after: Slot) -> bool:
    """Whether a comma or `and` alone leads to the next craft, behind a bracket where there is one."""
    between = [item for item in items[date.last : after.first] if item.kind != "close"]
    joins = all(item.kind == "comma" or "conj" in item.classes or "det" in item.classes for item in between)
    return 0 < len(between) <= _BETWEEN and joins
