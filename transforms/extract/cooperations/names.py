"""What the words beside a name make of it: a craft explained, a likeness, a programme that flies nothing.

Belongs here: tests of names by the text around them. Does not belong here: the craft of a sentence
(`craft`).
"""

import re
from functools import cache

from transforms import lexicons
from transforms.text.items import Item

_NOUNS = ("satellite", "spacecraft", "probe", "orbiter", "lander", "space telescope", "communications satellite")
#: A noun as it stands behind a name, and before one.
_BEHIND = tuple(f" {noun}" for noun in _NOUNS)
_BEFORE = tuple(f"{noun}{joint}" for noun in _NOUNS for joint in (" ", ", "))
_LONGEST = max(map(len, _BEFORE))
#: Programmes that fly nothing of their own: no `satellite` in the text stands for one.
_PLANS = frozenset({"capacity_building", "education", "policy", "debris"})
#: `X, Peru's first research satellite`, behind a name.
_EXPLAINED = re.compile(
    r",? (?:an?|the|its|another|[A-Z][\w.]+[’']s?) (?:[\w-]+ ){0,4}"
    r"(?:satellite|spacecraft|probe|orbiter|lander|telescope|observatory|cubesat|nanosatellite)s?\b"
)


@cache
def plans() -> frozenset[str]:
    """Ids of the programmes that fly nothing of their own."""
    return frozenset(row.programme_id for row in lexicons.programmes() if row.programme_type in _PLANS)


def is_likeness(items: list[Item], at: int) -> bool:
    """`GPS-type test satellites`: the name tells what they are like."""
    after = items[at + 1 : at + 3]
    return len(after) == 2 and after[0].kind == "hyphen" and after[1].low in ("type", "like", "style", "class")


def is_beside_noun(name: str, text: str) -> bool:
    """Whether the name stands beside a noun of craft in the text: `the X satellite`, `X, Peru's probe`."""
    at = text.find(name)
    while at >= 0:
        if text.startswith(_BEHIND, at + len(name)) or text.endswith(_BEFORE, max(0, at - _LONGEST), at):
            return True
        if _EXPLAINED.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def numbers_on(items: list[Item], at: int) -> int:
    """`Nimbus 401 and 402 satellites`: where the further numbers of a series end."""
    while at + 1 < len(items) and (items[at].kind == "comma" or "conj" in items[at].classes):
        if items[at + 1].kind != "number":
            break
        at += 2
    return at
