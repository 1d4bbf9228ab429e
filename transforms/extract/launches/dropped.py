"""Launches that are cancelled, scrapped or called off, with no new day told.

Belongs here: whether the words around a trigger give the launch up, or only its day. Does not belong here: a launch
that is put off (`status`).
"""

from typing import Literal

from transforms.extract.launches.items import has, lows, word_set
from transforms.extract.launches.slots import Slot
from transforms.text.items import Item

_PLANS = frozenset({"plan", "plans", "planned", "upcoming"})
_AHEAD, _BACK = 30, 8


def called_off(items: list[Item], main: Slot, hi: int) -> Literal["launch", "day"] | None:
    """What is given up: the launch (`dropped plans to launch X`), or its day (`was cancelled because of winds`)."""
    if main.kind not in ("noun", "send", "depart") or (main.kind != "noun" and not _is_planned(items, main.first)):
        return None
    at = _given_up_before(items, main.first)
    if at is None:
        at = _given_up_behind(items, main.last, hi)
    behind = max(at or 0, main.last) + 1
    if at is None or has(items, behind, len(items), "launch.slip", "launch.plan", "launch.date"):
        return None
    return "day" if word_set("scrubbing").intersection(lows(items, at + 1, len(items))) else "launch"


def _is_planned(items: list[Item], first: int) -> bool:
    """`plans to launch`: then the verb may be given up like a noun."""
    return not _PLANS.isdisjoint(lows(items, first - 3, first))


def _drops(item: Item) -> bool:
    return item.low.replace(" ", "-") in word_set("dropped")


def _given_up_before(items: list[Item], first: int) -> int | None:
    """`called off Tuesday's launch`, `dropped its plans to launch`."""
    for at in range(first - 1, max(-1, first - _BACK), -1):
        item = items[at]
        if _drops(item):
            return None if any("be" in other.classes for other in items[max(0, at - 2) : at]) else at
        is_of_phrase = item.kind in ("word", "poss", "name", "number") and not item.classes - {"det", "prep", "adv"}
        if not is_of_phrase or item.low in ("after", "before", "since", "despite", "following"):
            return None
    return None


def _given_up_behind(items: list[Item], last: int, hi: int) -> int | None:
    """`the launch of X on a Soyuz, set for May, was scrapped`."""
    for at in range(last, min(hi, last + _AHEAD)):
        item = items[at]
        if (
            item.kind in ("semicolon", "dash", "colon")
            or item.classes & {"rel", "conj"}
            or item.low in ("after", "when")
        ):
            return None
        if _drops(item) and any("be" in other.classes for other in items[max(last, at - 3) : at]):
            return at
    return None
