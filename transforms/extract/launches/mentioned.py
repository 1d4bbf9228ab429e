"""Names beside a launch that it does not carry: a partner, a source, a sister that flies already, a flight's number.

Belongs here: such names. Does not belong here: the verdict on a name (`craft`), or persons (`persons`).
"""

import re

from transforms.extract.launches import phrases
from transforms.extract.launches.items import has, word_set
from transforms.text.items import Item
from transforms.text.mentions import Mention

#: What a name beyond the lexicon of craft can be that means one all the same.
#: A flight's number without its rocket: `C62` of `PSLV-C61, C62 and C63`.
_FLIGHT = re.compile(r"([A-Z])-?\d{1,3}")
#: How far behind `according to` its source is named.
_SOURCE = 9


def is_partner(items: list[Item], at: int) -> bool:
    """`launched it in partnership with OneWeb`: who helped, though craft are called so too."""
    before = " ".join(item.low for item in items[max(0, at - 2) : at]).split()
    return before[-1:] == ["with"] and not word_set("partnership").isdisjoint(before)


def is_source(items: list[Item], at: int) -> bool:
    """`According to the Lima Post's Ana Ruiz, Peru's first satellite …`: who says it."""
    name = items[at].mention
    is_craft = name is not None and (name.reading("spacecraft") is not None or any(map(str.isdigit, name.text)))
    if is_craft or at > _SOURCE or items[0].low not in ("according", "according to"):
        return False
    return not any(item.kind == "comma" for item in items[:at])


def is_joined(items: list[Item], at: int) -> bool:
    """`joins its twin, Nimbus-1, in orbit`: one that flies already."""
    if at < 4 or items[at - 1].kind != "comma" or items[at - 2].low not in word_set("twins"):
        return False
    return has(items, at - 6, at - 2, "launch.other") and not phrases.is_told_on(items, at)


def is_flight(items: list[Item], mention: Mention) -> bool:
    """`on the PSLV-C61, C62 and C63`, `the PSLV's C61 and C62 missions`: flights of one rocket."""
    mine = _FLIGHT.fullmatch(mention.text)
    if mine is None or not mention.category.startswith("unknown"):
        return False
    rockets = [item.mention.text for item in items if item.mention is not None and item.mention.reading("vehicle")]
    return any(re.search(rf"-\s?{mine[1]}\d+$", name) for name in rockets) or (
        bool(rockets) and any(item.low in ("missions", "flights") for item in items)
    )
