"""Words that pick one flight out of a row without a noun: `four Vega launches, the first in May`, `one of which`.

Belongs here: such words. Does not belong here: the rocket whose flight it is (`rows`).
"""

from transforms.extract.launches.items import item_at, lows, word_set
from transforms.text.items import Item


def picks(items: list[Item], at: int) -> bool:
    """Whether the item picks one launch of those just counted, without a noun: `…, the first in May`."""
    if items[at].low not in word_set("row.nths"):
        return False
    is_one = items[at].low == "one"
    if not is_one and (at == 0 or items[at - 1].low != "the"):
        return False
    after = item_at(items, at + 1)
    if after is None or not (_is_of_them(items, at) or (not is_one and after.low in word_set("row.follows"))):
        return False
    head = at if is_one else at - 1
    if head == 0:
        return _is_of_them(items, at)
    return items[head - 1].kind in ("comma", "dash", "colon", "semicolon", "open") and _counts(items, head)


def _is_of_them(items: list[Item], at: int) -> bool:
    return lows(items, at + 1, at + 2) == ["of"] and not {"them", "these", "those", "which"}.isdisjoint(
        lows(items, at + 2, at + 3)
    )


def _counts(items: list[Item], stop: int) -> bool:
    """Whether flights or rockets are spoken of in the plural before this item: `six launches`, `eight more PSLVs`."""
    return any(
        item.low in word_set("row.flights")
        or (item.mention is not None and item.mention.text.endswith("s") and is_rocket(item))
        for item in items[:stop]
    )


def is_rocket(item: Item) -> bool:
    """Whether the item names a rocket or a family of them."""
    return item.mention is not None and item.mention.reading("vehicle", "vehicle_family") is not None
