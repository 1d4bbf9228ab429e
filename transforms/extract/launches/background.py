"""The earlier failure that a flight is told against: `The Vega rose on Monday, a year after its first flight failed`.

Belongs here: where such a clause begins, and the launch that it tells of. Does not belong here: what the words of
failure mean otherwise (`failures`), or the clause of the flight itself (`events`).
"""

from typing import NamedTuple

from transforms.extract.drafts import Draft
from transforms.extract.launches import dates
from transforms.extract.launches.failures import is_of_return
from transforms.extract.launches.fill import add_craft, put_site, put_vehicle
from transforms.extract.launches.items import has, lows
from transforms.extract.launches.notes import read_notes
from transforms.extract.launches.slots import Slot
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_AFTER = frozenset({"after", "following", "since"})
#: How far behind the word the failure is told.
_REACH = 12
_BARE = ("failure", "explosion", "crash", "loss", "accident", "mishap")


class Background(NamedTuple):
    """An earlier launch, told from item `at` on; its rocket is None where it is only `its first flight`."""

    at: int
    failed: Slot
    date: Slot
    rocket: Slot | None


def find(sentence: Sentence, slots: list[Slot]) -> Background | None:
    """The failed launch behind `after`, with a date and a rocket of its own or that of the flight."""
    fails = [slot for slot in slots if slot.kind == "fail"]
    if not fails:
        return None
    items = sentence.items
    flight = next((slot for slot in slots if _is_flight(slots, slot)), None)
    if flight is None:
        return None
    for failed in fails:
        at = _start(items, slots, flight, failed)
        if at is None or is_of_return(items, failed.first) or not _is_launch(items, at, failed):
            continue
        tail = [slot for slot in slots if slot.first >= at]
        date = next((slot for slot in tail if slot.role == "date" and slot.kind != "old"), None)
        rocket = next((slot for slot in tail if slot.role == "vehicle"), None)
        if rocket is None and items[at].low == "since":
            continue  # `the firm's first mission since a satellite was lost in May`
        rocket = rocket or next((slot for slot in slots if slot.role == "vehicle" and slot.first < at), None)
        is_told = rocket is not None or "its" in lows(items, at, failed.first)
        if date is not None and is_told and date.time is not None and date.time.value:
            return Background(at, failed, date, rocket)
    return None


def _is_flight(slots: list[Slot], slot: Slot) -> bool:
    """Whether the slot is the word of a flight told before, that stands by itself."""
    if slot.role != "trigger" or slot.kind not in ("depart", "send", "noun"):
        return False
    return not slot.is_weak or (slot.kind != "send" and any(s.role == "date" and s.first > slot.first for s in slots))


def _start(items: list[Item], slots: list[Slot], flight: Slot, failed: Slot) -> int | None:
    """Item at which the clause of the failure begins: `after`, or the time counted from it (`a year after`)."""
    for at in range(failed.first - 1, max(flight.last, failed.first - _REACH) - 1, -1):
        spans = [s for s in slots if s.role == "date" and s.first <= at < s.last and items[s.last - 1].low in _AFTER]
        if spans:
            return spans[0].first
        if items[at].low in _AFTER:
            return at
        if items[at].kind in ("comma", "semicolon", "stop"):
            return None
    return None


def _is_launch(items: list[Item], at: int, failed: Slot) -> bool:
    """Whether a rocket or its flight failed: `its first flight failed`, `a Vega crashed`, `a failure in`."""
    if any(item.mention is not None and item.mention.reading("vehicle") for item in items[at : failed.first + 6]):
        return True
    if has(items, at, failed.first + 3, "launch.noun", "launch.rocket"):
        return True
    is_bare = items[failed.first].low in _BARE and "det" in items[failed.first - 1].classes
    return is_bare and lows(items, failed.last, failed.last + 1) in (["in"], ["on"])


def draft(sentence: Sentence, told: Background, slots: list[Slot]) -> Draft:
    """The earlier launch, with its rocket, date and craft."""
    items, main = sentence.items, told.failed
    found = Draft("launch", "launch_fail", sentence, items[main.first].start)
    found.put("status", "failure", items[main.first].start, items[main.first].end)
    found.notes.update(read_notes(sentence, main, told.at, len(items)))
    points = frozenset({"rocket"}) if told.rocket is None else frozenset()
    found.notes.update(nth=None, listed=None, ordinal=False, points=points, its=False, previous=True)
    if told.rocket is not None:
        put_vehicle(found, sentence, told.rocket, inferred=told.rocket.first < told.at)
    dates.put(found, sentence, told.date.time)
    for slot in slots:
        if slot.role == "payload" and slot.first >= told.at:
            add_craft(found, sentence, slot)
        elif slot.role == "site" and slot.first >= told.at:
            put_site(found, sentence, slot)
    return found
