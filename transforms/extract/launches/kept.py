"""Days on which a launch was to be and will not be: put off, missed, or told as another one's old plan.

Belongs here: whether the words beside a day give it up. Does not belong here: which day it moved to (`slips`).
"""

from transforms.extract.launches.items import has, lows
from transforms.extract.launches.matters import LAUNCHING
from transforms.text.items import Item
from transforms.text.sentence import Sentence


def is_before_launch(items: list[Item], first: int) -> bool:
    """`halted a minute ahead of the planned launch at 3:10 (Friday)`."""
    words = lows(items, first - 14, first)
    return any(
        words[n : n + 3] in (["before", "the", "scheduled"], ["before", "the", "planned"]) for n in range(len(words))
    )


def is_put_off(sentence: Sentence, items: list[Item], first: int, last: int) -> bool:
    """`due on May 1, is postponed to May 3`, `delayed from May 1`: the day that another takes the place of."""
    if "from" in lows(items, first - 2, first) and (
        has(items, first - 4, first, "launch.slip")
        or (not {"to", "until", "till"}.isdisjoint(lows(items, last, last + 2)) and has(items, 0, first, "launch.slip"))
    ):
        return True
    if _is_of_past_plan(items, first, last) or _is_missed(items, first):
        return True
    if not has(items, first - 3, first, "launch.date", "launch.plan") or has(items, first - 3, first, *LAUNCHING):
        return False
    later = next((time for time in sentence.times if last < len(items) and time.start > items[last].start), None)
    stop = next((n for n in range(last, len(items)) if later is not None and items[n].start >= later.start), last)
    is_moved = has(items, last, stop, "launch.slip") and not {"to", "until", "till"}.isdisjoint(
        " ".join(lows(items, last, stop)).split()
    )
    return is_moved and not has(items, last, stop, "launch.send", "launch.depart")


def _is_missed(items: list[Item], first: int) -> bool:
    """`cannot meet the May 3 launch date`, `no longer targeting May 3`: the day that will not be kept."""
    before = lows(items, first - 4, first)
    return not {"meet", "miss", "missed", "misses"}.isdisjoint(before) or "no longer" in " ".join(before)


def _is_of_past_plan(items: list[Item], first: int, last: int) -> bool:
    """`was expected to go up in early May, but there was a delay`."""
    after = lows(items, last, last + 14)
    if "but" not in after or not has(items, last + after.index("but"), last + after.index("but") + 8, "launch.slip"):
        return False
    return any(
        items[at].low in ("was", "were") and has(items, at + 1, at + 3, "launch.plan", "launch.date")
        for at in range(max(0, first - 9), first)
    )
