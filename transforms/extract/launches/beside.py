"""What a party beside a craft is to it, where it is no owner: its maker, a partner, the place where it is.

Belongs here: telling such parties from owners, and whom `its` stands for. Does not belong here: who owns the craft
(`owners`).
"""

from transforms.extract.launches.items import item_at
from transforms.text.items import Item
from transforms.text.mentions import Mention

ITS = frozenset({"its", "their"})
_MADE = frozenset({"built", "made", "developed", "manufactured", "designed", "launched"})
#: A party behind one of these stands beside the craft's owner, or is where it was made: `with SpaceX, X was launched`.
_BESIDE = frozenset({"with", "by", "in", "at", "on", "aboard", "via", "to"})
#: Whom someone else has launch its craft: `Peru has selected A to launch its X`.
_PICKED = frozenset({"selected", "selects", "picked", "picks", "chosen", "chose", "chooses", "hired", "hires",
                     "contracted", "tapped", "asked", "paid"})  # fmt: skip
_GOT = frozenset({"bought", "purchased", "ordered", "acquired", "obtained"})
#: How far into a sentence its opening phrase has the maker: `Once manufactured by …,`.
_HEAD = 4
_PLACES = frozenset({"above", "over", "across", "near", "around", "through"})


def is_maker(items: list[Item], at: int) -> bool:
    """Whether a compound makes the name that of a maker: `the Boeing-built Nimbus-7`."""
    after = items[at + 1 : at + 3]
    if after and after[0].low == "build":
        return True  # `the Boeing build, Nimbus-7`
    trade = items[at].cue("supplier")
    if trade is not None and trade.value == "build" and after and after[0].low in ("spacecraft", "satellite", "bird"):
        return True  # `a Boeing spacecraft that answers to two names`
    return len(after) == 2 and after[0].kind == "hyphen" and after[1].low in _MADE


def ends_making(items: list[Item], comma: int) -> bool:
    """Whether the comma ends what tells the maker: `Built by France's Airbus, Nimbus-1 …`."""
    for at in range(comma - 1, max(0, comma - 9), -1):
        if items[at].low == "by":
            return at < _HEAD and any(item.low in _MADE for item in items[:at])
        if items[at].kind in ("comma", "semicolon", "dash"):
            return False
    return False


def is_beside(items: list[Item], at: int) -> bool:
    """Whether the party is only beside what follows behind a comma or mark: `in partnership with A, X`."""
    lead = at - 1
    while lead >= 0 and "det" in items[lead].classes:
        lead -= 1
    after = item_at(items, at + 1)
    is_apart = after is not None and after.kind in ("comma", "quote")
    if is_apart and lead > 0 and items[lead].low == "from" and items[lead - 1].low in _GOT:
        return True  # `bought from China, and X`
    return is_apart and lead >= 0 and items[lead].low in _BESIDE


def holder(items: list[Item], at: int) -> list[Mention]:
    """Whom `its` stands for: `Ecuador was in space when its first satellite, X, …`: the party named last before it."""
    its = next((index for index in range(at - 1, -1, -1) if items[index].low in ITS), 0)
    near = [
        m
        for index, item in enumerate(items[:its])
        if (m := item.mention) is not None
        and m.is_party
        and m.codes
        and not _is_place(items, index)
        and not (index and items[index + 1].low == "to" and _is_picked(items, index))
    ]
    return near[-1:]


def _is_picked(items: list[Item], at: int) -> bool:
    """Whether another picks the party for a task, over its home: `has picked Peru's A to build its X`."""
    return not _PICKED.isdisjoint(item.low for item in items[max(0, at - 4) : at])


def _is_place(items: list[Item], at: int) -> bool:
    """Whether the country, or the list that it ends, is only where something is: `over Japan and Australia`."""
    mention = items[at].mention
    if mention is None or mention.category not in ("country", "place"):
        return False
    after = item_at(items, at + 1)
    if after is not None and after.low == "time":
        return True  # `on May 3 (Kazakhstan time) in their capsule`
    first = at
    while first and (items[first - 1].kind in ("comma", "name") or items[first - 1].classes & {"conj", "det"}):
        first -= 1
    if first > 1 and items[first - 1].low == "from" and items[first - 2].cue("launch.send") is not None:
        return True  # `was launched from Peru and joins its twin`
    return first > 0 and items[first - 1].low in _PLACES
