"""Names that own a craft, and names that are craft for having an owner.

Belongs here: the phrase of owner and owned around one name. Does not belong here: whose craft a launch carries
(`owners`).
"""

from functools import cache

from transforms import lexicons
from transforms.extract.launches.items import has, item_at, moves
from transforms.extract.launches.persons import CREW
from transforms.text.items import Item

_LOADING = frozenset(
    ["carrying", "alongside", "destroying", "losing", "carries", "delivering", "deploying", "included", "including"]
)
_TRADES = frozenset({"operator", "company", "firm", "provider", "customer", "manufacturer", "corporation"})


def is_owner(items: list[Item], at: int) -> bool:
    """Whether the name owns what follows: `Spire's Lemurs`; `NISAR's launch` and `Iridium's next ten` are of itself."""
    after = items[at + 1 : at + 3]
    if at and items[at - 1].low in _TRADES and "-" not in items[at].low and not any(c.isdigit() for c in items[at].low):
        return True  # `for the operator Nimbus`
    if _is_apostrophe(items, at) or _owns_named(items, at):
        return True
    if len(after) < 2 or after[0].kind != "poss":
        return False
    if moves(after[1], weak=True) or after[1].kind == "number" or after[1].low in ("next", "latest"):
        return False
    return not _is_of_dated_launch(items, at + 2)


def _is_apostrophe(items: list[Item], at: int) -> bool:
    """`SES' satellite`: the mark alone behind a name that ends in `s`."""
    after = item_at(items, at + 1)
    return (
        after is not None and after.low in ("'", "’") and after.start == items[at].end and items[at].low.endswith("s")
    )


def _owns_named(items: list[Item], at: int) -> bool:
    """`a Nimbus telecommunications satellite, e-BIRD`: a body's name before the noun, the craft's behind it."""
    mention = items[at].mention
    if mention is None or mention.reading("organization", "body") is None or any(c.isdigit() for c in mention.text):
        return False
    for index in range(at + 1, min(len(items) - 2, at + 6)):
        if items[index].cue("launch.craft") is not None:
            name = items[index + 2 : index + 4]
            is_named = any(item.mention is not None or item.kind == "hyphen" or "-" in item.low for item in name)
            return items[index + 1].kind == "comma" and is_named
        if items[index].kind != "word" or items[index].classes:
            return False
    return False


def _is_of_dated_launch(items: list[Item], at: int) -> bool:
    """`Nimbus-1's March 5 launch`, `Nimbus-1's long-delayed Tuesday liftoff`: these words follow the owner."""
    for item in items[at : at + 5]:
        if moves(item):
            return True
        is_time = any(cue.label == "time" for cue in item.cues) or item.kind in ("number", "hyphen", "comma")
        if not is_time and (item.classes or item.mention is not None or item.kind != "word"):
            return False
    return False


def is_owned_load(items: list[Item], at: int) -> bool:
    """`put Bolivia's X into orbit`, `along with Turkey's X`, `carrying X for Brazil`: a nation's thing is carried."""
    before = at - 1
    while before > 0 and at - before < 6 and items[before].kind in ("word", "hyphen", "quote"):
        if items[before].classes or items[before].cues:
            break
        before -= 1
    after = items[at + 1 : at + 3]
    is_load = len(after) == 2 and after[0].low in ("for", "of") and _is_nation(after[1]) and _is_load(items, at - 1)
    if not is_load and before > 1 and items[before].kind == "poss" and _is_nation(items[before - 1]):
        is_load = _is_load(items, before - 2)
    # none: `carrying JAXA's Takuya Onishi on the Crew-10 mission`
    return is_load and not (" " in items[at].low and any(_is_crewed(item) for item in items))


@cache
def _rides() -> frozenset[str]:
    return frozenset(
        c.spacecraft_id for c in lexicons.spacecraft() if c.spacecraft_type in ("capsule", "crewed_mission")
    )


def _is_crewed(item: Item) -> bool:
    reading = item.mention.reading("spacecraft") if item.mention is not None else None
    return item.low.rstrip("s") in CREW or (reading is not None and reading.id in _rides())


def _is_nation(item: Item) -> bool:
    return item.mention is not None and item.mention.is_party and bool(item.mention.codes)


def _is_load(items: list[Item], at: int) -> bool:
    """Whether the word here has what follows carried: `carrying`, `along with`, `put … into orbit`, `and` in a list."""
    while at > 0 and "det" in items[at].classes:
        at -= 1
    item = items[at]
    if item.cue("launch.company") is not None or item.low in _LOADING:
        return True
    send = item.cue("launch.send")
    if send is not None:
        return not send.value or has(items, at, at + 12, "launch.goal")
    if item.kind == "comma" or "conj" in item.classes:
        return any(
            other.cue("launch.company") is not None or other.low in _LOADING for other in items[max(0, at - 12) : at]
        )
    return False
