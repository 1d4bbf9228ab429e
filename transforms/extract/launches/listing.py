"""Launches that are counted, and told one by one all the same: by their craft, by their days, as entries of a calendar.

Belongs here: whether such a list follows. Does not belong here: which words trigger a launch (`triggers`), or who of
the list flew when (`shares`).
"""

import re

from transforms.extract.launches.items import word_set
from transforms.text.items import Item

_NUMBERS = word_set("numbers") - {"a", "an", "one"}
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$")
#: How many words an entry has before its craft, and behind its mark.
_ENTRY = 4


def is_entry(items: list[Item], at: int) -> bool:
    """`Peru's Nimbus-1 – May 3`: an entry of a calendar, that is nothing but the craft and its day."""
    mark = next((n for n in range(at + 1, len(items)) if items[n].kind == "dash"), None)
    if (
        mark is None
        or at > _ENTRY
        or not 0 < len(items) - mark - 1 <= _ENTRY
        or _MONTH.match(items[mark + 1].low) is None
    ):
        return False
    inside = all(
        n == at + 1 or items[n].kind in ("open", "close", "word", "name", "hyphen") for n in range(at + 1, mark)
    )
    return inside and not any(item.classes & {"be", "have", "modal", "do"} or item.cues for item in items[:at])


def lists_craft(items: list[Item], at: int) -> bool:
    """`three flights in 2031: Sat-1, Sat-2 and Sat-3`: counted, and told one by one."""
    for index in range(at + 1, min(len(items) - 1, at + 8)):
        if items[index].kind == "colon":
            name = items[index + 1].mention
            return name is not None and (name.reading("spacecraft") is not None or name.category == "unknown_craft")
        if items[index].kind in ("semicolon", "stop"):
            return False
    return False


def lists_days(items: list[Item], at: int) -> bool:
    """`Three Vega launches are planned for 2031 - April 2, May 30 and June 2`: counted, and told day by day."""
    mark = next((n for n in range(at + 1, min(len(items) - 2, at + 9)) if items[n].kind in ("dash", "colon")), None)
    if mark is None and at and items[at - 1].low in ("further", "other", "more", "additional", "subsequent"):
        days = sum(_MONTH.match(item.low) is not None for item in items[at + 1 : at + 24])
        return days > 1 and any(item.cue("launch.done") is not None for item in items[at + 1 : at + 5])
    if mark is None or _MONTH.match(items[mark + 1].low) is None:
        return False
    return sum(_MONTH.match(item.low) is not None for item in items[mark + 1 : mark + 12]) > 1


def is_counted(items: list[Item], at: int) -> bool:
    """Whether launches are only counted: `86 launches`, `four more flights`."""
    for item in reversed(items[max(0, at - 4) : at]):
        if item.kind == "number" or item.low in word_set("counts") or item.low in _NUMBERS:
            return True
        if item.kind not in ("word", "hyphen", "name"):
            return False
    return False
