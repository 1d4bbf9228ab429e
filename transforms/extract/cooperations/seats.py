"""Who sits in which ship, told without a verb of flying: `in Soyuz 28`, `In it were …`, `Their Soyuz 40 landed`.

Belongs here: the ship that a sentence's people are told to be in, or are told to have come in. Does not belong here:
whose people they are (`people`), or what is made of it (`crews`).
"""

from transforms.extract.cooperations.actors import words
from transforms.extract.cooperations.craft import Thing
from transforms.extract.cooperations.people import is_of_nation, is_of_person
from transforms.extract.cooperations.vessels import rank, ride_told, rides_of, tells_ride
from transforms.text.items import Item
from transforms.text.sentence import Sentence

_INSIDE = frozenset({"in", "inside", "aboard", "onboard", "on board", "within"})
_MOVING = frozenset({"by", "on", "with", "atop"})
_IN_IT = frozenset({"it", "this", "her"})
_ROW = 2


def is_seated(sentence: Sentence) -> bool:
    """Whether a numbered ship is where the people of the sentence are: `… set out in Soyuz 28`, `by Soyuz 36`."""
    if not words("looking").isdisjoint(sentence.lows):
        return False
    items = sentence.items
    moved = any(item.low.partition(" ")[0] in words("seated") for item in items)
    for ride in rides_of(sentence):
        if rank(ride) == 0:
            lead = _lead(items, ride.first)
            if lead in _INSIDE or (moved and lead in _MOVING) or _bears(items, ride.last):
                return True
    return False


def may(sentence: Sentence) -> bool:
    """`may one day go up`: the modal, which is not the month."""
    return any(item.low == "may" and not item.capital for item in sentence.items)


def _lead(items: list[Item], first: int) -> str:
    """The preposition in front of a name, over what describes it: `in the cramped capsule Soyuz 28`."""
    for item in reversed(items[max(0, first - 5) : first]):
        if "prep" in item.classes:
            return item.low
        if item.kind != "word" or item.classes - {"det"}:
            break
    return ""


def _bears(items: list[Item], last: int) -> bool:
    """`Soyuz 28 bore two men aloft`."""
    return last < len(items) and items[last].low in words("bore_up")


def ship_of(sentence: Sentence) -> Thing | None:
    """The ship of the sentence before that `In it were …`, `Inside sat …` means."""
    items = sentence.items
    if len(items) < 4 or items[0].low not in _INSIDE:
        return None
    verb = 2 if items[1].low in _IN_IT else 1
    stands = "be" in items[verb].classes or items[verb].low in words("sitting")
    return ride_told(sentence) if stands else None


def came_in(sentence: Sentence) -> Thing | None:
    """The ship of the sentence behind that brings these people: `A of X and B. Their Soyuz 40 landed`."""
    after = sentence.following
    if after is None or after.paragraph != sentence.paragraph or not tells_ride(after):
        return None
    if after.items[0].low not in ("their", "his", "her"):
        return None
    return next((ride for ride in rides_of(after) if ride.first < 4 and rank(ride) == 0), None)


def guests(sentence: Sentence) -> list[int]:
    """The nations of `Oman's Ada Ali (May), Peru's Juan Paz (July)`: people in a row with their days in brackets."""
    items, found = sentence.items, list[int]()
    if any("be" in item.classes for item in items) or not any(item.kind == "open" for item in items):
        return []
    for at, item in enumerate(items):
        if item.mention is None or not (is_of_person(items, at) or is_of_nation(items, at)):
            continue
        after = next((i for i in range(at + 1, min(len(items), at + 6)) if items[i].kind in ("open", "comma")), None)
        dated = after is not None and items[after].kind == "open" and _is_time(items[after + 1 : after + 2])
        if dated:
            found.append(at)
    return found if len(found) >= _ROW else []


def _is_time(behind: list[Item]) -> bool:
    return bool(behind) and (behind[0].kind == "number" or behind[0].cue("time") is not None)
