"""Craft that are named for their nation: `Chile-Sat2`.

Belongs here: joining the items of such a name. Does not belong here: other names known by their shape (`names`).
"""

import re

from transforms.text.items import Item, named
from transforms.text.mentions import Mention
from transforms.text.words import word_set

_NATIONAL = word_set("institutions.national")
#: What makes a nation's name one of a craft: `-Sat2`, `-1 Sat`.
_OF_NATION = re.compile(r"-[A-Z]?[a-z]*(?:Sat|SAT|sat|Cube)(?:[- ]?\d{1,3}[A-Z]?)?(?![\w-])")


def national(text: str, items: list[Item], at: int) -> tuple[int, Item] | None:
    """`Chile-Sat2`: a craft that is named for its nation."""
    nation = items[at]
    if nation.mention is None or nation.mention.category not in _NATIONAL or text[nation.end : nation.end + 1] != "-":
        return None
    match = _OF_NATION.match(text, nation.end)
    if match is None:
        return None
    end = at
    while end + 1 < len(items) and items[end + 1].start < match.end():
        end += 1
    name = text[nation.start : match.end()]
    return end + 1, named(Mention(nation.start, match.end(), name, (), "unknown_craft", nation.mention.codes))
