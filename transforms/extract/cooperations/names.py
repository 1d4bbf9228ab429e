"""What the words beside a name make of it: a craft explained, a likeness, a programme that flies nothing.

Belongs here: tests of names by the text around them. Does not belong here: the craft of a sentence
(`craft`).
"""

from functools import cache

from transforms import lexicons
from transforms.text.items import Item

#: Programmes that fly nothing of their own: no `satellite` in the text stands for one.
_PLANS = frozenset({"capacity_building", "education", "policy", "debris"})


@cache
def plans() -> frozenset[str]:
    """Ids of the programmes that fly nothing of their own."""
    return frozenset(row.programme_id for row in lexicons.programmes() if row.programme_type in _PLANS)


def is_likeness(items: list[Item], at: int) -> bool:
    """`GPS-type test satellites`: the name tells what they are like."""
    after = items[at + 1 : at + 3]
    return len(after) == 2 and after[0].kind == "hyphen" and after[1].low in ("type", "like", "style", "class")


def numbers_on(items: list[Item], at: int) -> int:
    """`Nimbus 401 and 402 satellites`: where the further numbers of a series end."""
    while at + 1 < len(items) and (items[at].kind == "comma" or "conj" in items[at].classes):
        if items[at + 1].kind != "number":
            break
        at += 2
    return at
