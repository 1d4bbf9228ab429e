"""Where `it` points to no craft told before: to one that stands there unnamed, to a firm, to craft of the future.

Belongs here: whether the words leave an antecedent open. Does not belong here: finding it (`context`).
"""

from transforms.extract.drafts import Draft
from transforms.extract.launches.items import lows, word_set
from transforms.extract.launches.providers import is_launch_firm
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_FIRMS = frozenset({"company", "firm", "operator", "venture", "consortium", "provider"})


def bears_others(draft: Draft) -> bool:
    """`its Vega lifted off with five Chilean satellites`: the craft are counted there, and no `it`."""
    items, at = draft.sentence.items, draft.notes["at"]
    with_at = next((n for n in range(at + 1, min(len(items), at + 4)) if items[n].low in ("with", "carrying")), None)
    if draft.notes["kind"] != "depart" or with_at is None:
        return False
    behind = items[with_at + 1 : with_at + 6]
    is_counted = bool(behind) and (
        behind[0].kind == "number" or behind[0].low in word_set("numbers") - {"a", "an", "one"}
    )
    return is_counted and any(item.cue("launch.craft") is not None for item in behind)


def is_of_firm(draft: Draft) -> bool:
    """`Since its first launch in 1998, the firm has had 31 missions`: the firm's launch, whose craft is not told."""
    at = draft.notes["at"]
    words = lows(draft.sentence.items, 0, at + 9)
    if words[:2] == ["since", "its"] and not _FIRMS.isdisjoint(words[at:]):
        return True
    is_its = draft.notes["its"] and draft.notes["kind"] == "noun"  # `Rocket Lab completed its seventh mission`
    before = draft.sentence.items[max(0, at - 8) : at]
    return is_its and any(item.mention is not None and is_launch_firm(item.mention) for item in before)


def is_of_another(draft: Draft) -> bool:
    """`a Vega failed to put a satellite into orbit`: the craft stands there, without its name."""
    at = draft.notes["at"]
    items = draft.sentence.items
    return draft.notes["kind"] == "fail" and any(
        items[index].low in ("a", "an") and any(item.cue("launch.craft") for item in items[index + 1 : index + 4])
        for index in range(at, min(at + 6, len(items)))
    )


def is_of_many(draft: Draft) -> bool:
    """`It's hoped that future satellites could be launched from Sutherland`, `will launch 2,000 satellites by 2040`."""
    if draft.cells["status"] != "planned":
        return False
    lo, hi = draft.notes["span"]
    items = draft.sentence.items
    return any(
        item.cue("launch.craft") is not None and item.low.endswith("s") and _is_any(items, at)
        for at, item in enumerate(items[lo:hi], lo)
    )


def _is_any(items: list[Item], at: int) -> bool:
    """Whether the plural at this item means none of those told of: a round number of them, or those of the future."""
    before = items[max(0, at - 3) : at]
    return any(item.low == "future" or (item.kind == "number" and "," in item.low) for item in before)


def is_unnamed_craft(sentence: Sentence, stop: int) -> bool:
    """`has built a satellite for Nepal and will send it into orbit`: what `it` means stands there without a name."""
    items = sentence.items
    return any(
        items[at].low in ("a", "an") and any(item.cue("launch.craft") for item in items[at + 1 : min(stop, at + 5)])
        for at in range(stop)
    )
