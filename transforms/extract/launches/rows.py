"""One launch of a row told without its rocket: `four Vega flights, the first in May`, `A third mission is due in June`.

Belongs here: whether one of the flights of a rocket named before is meant. Does not belong here: which rocket that is
(`context`), what `it` and `the rocket` point to (`notes`), or picking without a noun (`picked`).
"""

from itertools import islice

from transforms.extract.launches.items import has, item_at, lows, word_set
from transforms.extract.launches.picked import is_rocket, picks
from transforms.extract.launches.slots import read
from transforms.text.items import Item
from transforms.text.sentence import Sentence

#: How many sentences back the rocket of the row may be named.
_BACK = 4
_WIDE = 4
#: How far into its sentence the flight of a row that the sentence before counts can stand: `The next launch is`.
_HEAD = 5


def counts_rocket(sentence: Sentence, first: int, lo: int) -> bool:
    """Whether the noun at this item is one of the flights of a rocket named just before, and of no other thing."""
    items = sentence.items
    if not (picks(items, first) or _is_nth(items, first) or _is_failure(items, first)):
        return False
    if any(is_rocket(item) for item in items[lo:first]):
        return False
    if any(is_rocket(item) for item in items[:first]):
        return True
    if first > _HEAD and "with" not in lows(items, first - _HEAD, first):
        return False
    earlier = list(islice(sentence.before(), _BACK))
    return any(is_rocket(item) for told in earlier for item in told.items) or any(
        slot.role == "vehicle" for told in earlier[:2] for slot in read(told)
    )


def _is_nth(items: list[Item], first: int) -> bool:
    """`A third mission is due`, `The most recent launch was`, `Another flight is planned`; not `its first flight`."""
    if items[first].cue("launch.noun") is None or items[first].cue("launch.slip") is not None:
        return False
    head = max(0, first - _WIDE)
    before = lows(items, head, first)
    nth = next((n for n in range(len(before) - 1, -1, -1) if before[n] in word_set("row.nths")), None)
    if before[-1:] == ["another"]:
        nth = len(before) - 1
    if nth is None or any(word not in word_set("row.fillers") for word in before[nth + 1 :]):
        return False
    lead = before[nth - 1] if nth else ""
    at = head + nth
    is_led = before[nth] == "another" or lead in ("the", "a", "an", "most")
    start = at - (1 if before[nth] != "another" else 0) - (1 if lead == "most" else 0)
    after = item_at(items, first + 1)
    lead_in = items[start - 1] if start > 0 else None
    is_head = lead_in is None or lead_in.kind in ("comma", "semicolon", "dash") or "conj" in lead_in.classes
    is_head = is_head or (lead_in is not None and lead_in.low == "with")
    return is_led and is_head and after is not None and (
        bool(after.classes & {"be", "have", "modal"}) or after.kind == "comma" or after.low in ("in", "on")
        or has(items, first + 1, first + 2, "launch.plan", "launch.date", "launch.send", "launch.depart"))  # fmt: skip


def _is_failure(items: list[Item], first: int) -> bool:
    """`Its sole loss, in May 2031, took Nimbus-1`: of the row of flights told of before."""
    if items[first].low not in ("failure", "loss", "mishap") or first < 2 or first > _WIDE:
        return False
    before = lows(items, 0, first)
    return before[0] in ("the", "its") and not word_set("row.failures").isdisjoint(before)


def is_ridden(items: list[Item], lo: int, hi: int) -> bool:
    """`went up on the fifth in May`: the fifth of the rockets counted before."""
    for at in range(max(lo, 2), min(hi, len(items))):
        if (
            items[at].low in word_set("row.nths")
            and items[at - 1].low == "the"
            and items[at - 2].low in ("on", "aboard", "atop")
        ):
            after = item_at(items, at + 1)
            if after is None or "prep" in after.classes or after.kind in ("comma", "stop"):
                return True
    return False
