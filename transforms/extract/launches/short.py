"""Members of a series told by their number alone: `Sat-1 and -2`, `Sat-5A and 5B`, `Optus C1, C2 and D1`.

Belongs here: reading such a number as a name. Does not belong here: whether a name is a craft (`craft`).
"""

import re

from transforms.extract.launches.items import is_plain_noun
from transforms.text.items import Item
from transforms.text.mentions import Mention

#: The base of a name, with what joins its number to it; and a number that can stand alone.
_BASE = re.compile(r"(.*[A-Za-z][- ]?)([A-Z]{0,2}\d{1,3}[A-Z]{0,2})$")
_NUMBER = re.compile(r"[a-z]{0,2}\d{1,3}[a-z]{0,2}$")
_COUNTED = frozenset(
    {
        "minutes",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "satellites",
        "other",
        "more",
        "people",
        "p.m",
        "a.m",
        "percent",
    }
)


def members(items: list[Item], name: Mention, after: int) -> list[tuple[int, int, Mention]]:
    """The numbers that go on with a name, from the item after it: where each stands, and the name it is short for."""
    match = _BASE.match(name.text)
    found: list[tuple[int, int, Mention]] = []
    if match is None:
        return found
    at = after
    while at + 1 < len(items) and (items[at].kind == "comma" or items[at].low in ("and", "or", "&")):
        at += 1
        first = at
        if items[at].kind in ("hyphen", "dash") and at + 1 < len(items):
            at += 1
        low = items[at].low
        if not _NUMBER.fullmatch(low) or not _is_like(low, match[2]):
            break
        if _is_count(items, at) and not _is_next(low, found[-1][2].text if found else name.text):
            break
        if first == at and items[at].kind == "number" and not match[1].endswith((" ", "-")):
            break
        text = match[1] + low.upper()
        mention = Mention(items[first].start, items[at].end, text, name.readings, "unknown_craft", name.codes)
        found.append((first, at + 1, mention))
        at += 1
    return found


def _is_like(low: str, number: str) -> bool:
    """Whether the number is of the same make as that of the name: letters where it has letters."""
    return any(c.isalpha() for c in low) == any(c.isalpha() for c in number) and abs(len(low) - len(number)) < 2


def _is_next(low: str, name: str) -> bool:
    """`Sat-905, 906 and 907 satellites`: the number that follows the one before is no count."""
    number = re.search(r"\d+$", name)
    return number is not None and low.isdigit() and int(low) == int(number[0]) + 1


def _is_count(items: list[Item], at: int) -> bool:
    after = items[at + 1] if at + 1 < len(items) else None
    if after is not None and is_plain_noun(after) and at + 2 < len(items) and items[at + 2].cue("launch.craft"):
        return True  # `Sat-1 and 18 smaller spacecraft`
    return after is not None and (after.low in _COUNTED or after.kind == "number" or after.low in ("percent", "%"))
