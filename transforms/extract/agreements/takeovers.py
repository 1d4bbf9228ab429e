"""Words of buying firms, of loans and of lawsuits, beside which no document is an agreement on space.

Belongs here: telling them from the buying of space goods (`acquire capacity`). Does not belong here: what is done
about them (`kind`, `orders`).
"""

from transforms.extract.vocabulary import word_set
from transforms.text.items import Item

_GOODS = word_set("agreements.orders.goods")
_REACH = 7


def speaks_of_takeover(items: list[Item], first: int = 0, last: int | None = None) -> bool:
    """Whether items [first, last) do so; `to acquire a satellite` does not."""
    end = len(items) if last is None else min(last, len(items))
    return any(
        items[at].cue("agreement.takeover") is not None and not _is_of_goods(items, at)
        for at in range(max(0, first), end)
    )


def _is_of_goods(items: list[Item], at: int) -> bool:
    """`acquire capacity`, `acquiring two more satellites`: goods, not shares in who makes them."""
    if not items[at].low.startswith("acquir"):
        return False
    for item in items[at + 1 : at + _REACH]:
        if item.low in _GOODS:
            return True
        if item.kind in ("comma", "stop") or item.mention is not None and item.mention.category == "organization":
            return False
    return False
