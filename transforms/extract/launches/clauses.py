"""Which slots of a sentence tell of the same launch: the sentence cut into clauses so that each tells of one.

Belongs here: the choice of the cuts. Does not belong here: what the slots are (`slots`), or what is made of
a clause (`events`).
"""

from collections.abc import Sequence
from typing import NamedTuple

from transforms.extract.launches.items import word_set
from transforms.extract.launches.slots import Slot
from transforms.extract.launches.subjects import ties
from transforms.text.items import Item

#: What a filled role is worth to a clause, and what a cut costs; at a semicolon it is free.
_GAIN = 0.6
_FILLED = ("payload", "vehicle", "site", "date")
#: Triggers that are no words of their own: what rides what.
QUIET = ("ride", "rocket", "crew", "apposed")
_CUT, _CUT_APART = 0.3, 0.0
_SPANS = frozenset({"minutes", "minute", "seconds", "second"})
_MORE = frozenset({"more", "another", "others", "amount", "number"})


class Clause(NamedTuple):
    """Slots that belong together; `follows` where it has no trigger and continues the clause before it in ellipsis."""

    slots: tuple[Slot, ...]
    follows: bool


def _cuts(items: list[Item], slots: list[Slot]) -> list[int]:
    """Indices of slots before which the sentence may be cut: a mark or joining word stands since the slot before."""
    found = []
    for index in range(1, len(slots)):
        between = items[slots[index - 1].last : slots[index].first]
        if len(between) > 2 and any(
            between[n].kind == "colon" and between[n - 1].kind == between[n + 1].kind == "number"
            for n in range(1, len(between) - 1)
        ):
            between = [item for item in between if item.kind != "colon"]  # `at 23:03`
        if _is_counted_from(items, slots[index]):
            continue
        if any(item.kind in ("comma", "semicolon", "colon", "dash", "open", "close") or item.low in word_set("cutters")
               for item in between):  # fmt: skip
            found.append(index)
    return found


def _is_counted_from(items: list[Item], slot: Slot) -> bool:
    """`failed eight minutes after lift-off from Y`: the word is no launch beside that of the clause."""
    before = [item.low for item in items[max(0, slot.first - 3) : slot.first]]
    return slot.kind == "noun" and before[-1:] in (["after"], ["into"]) and not _SPANS.isdisjoint(before)


def _groups(items: list[Item], slots: list[Slot], role: str) -> int:
    """How many separate things the slots of one role name; members of one list count once."""
    own = [slot for slot in slots if slot.role == role and slot.kind != "old"]
    count = len(own)
    if count < 2:
        return count
    for before, after in zip(own, own[1:], strict=False):
        if are_listed(items, slots, before, after) or (role == "payload" and _rides_along(items, after)):
            count -= 1
    return count


def _rides_along(items: list[Item], slot: Slot) -> bool:
    """`launched with Y aboard`, `carrying Y`: a passenger of the craft named before."""
    before = [item.low for item in items[max(0, slot.first - 4) : slot.first]]
    after = [item.low for item in items[slot.last : slot.last + 3]]
    is_aboard = not {"aboard", "onboard", "on board"}.isdisjoint(after)
    return ("with" in before and is_aboard) or not {"alongside", "carrying"}.isdisjoint(before)


def are_listed(items: list[Item], slots: list[Slot], before: Slot, after: Slot) -> bool:
    """Whether two slots of one role are members of one list, with nothing of another role between them."""
    others = [slot for slot in slots if slot.role != before.role and slot.kind not in ("fail", *QUIET)]
    if any(before.last <= slot.first < after.first for slot in others):
        return False
    between = items[before.last : after.first]
    if before.role == "date":
        if items[after.first].low == "today":
            return False  # `launched it in 1957, and today crews rise from there`
        if len(between) > 3 and not all("conj" in i.classes or i.low in word_set("date-gaps") for i in between):
            return False  # `the second half of 2031 and the first half of 2032`
        return len(between) <= 7 and (
            any("conj" in item.classes for item in between) or all(item.kind == "comma" for item in between)
        )
    return len(between) < 15 and not any(
        item.low in ("which", "who", "while", "whereas", "but") or item.kind in ("semicolon", "colon")
        or item.classes & {"be", "have", "modal"} for item in between)  # fmt: skip


def _worth(items: list[Item], slots: list[Slot], has_host: bool) -> float:
    """How well the slots make one launch."""
    counts = {role: _groups(items, slots, role) for role in _FILLED}
    triggers = [slot for slot in slots if slot.role == "trigger"]
    named = counts["payload"] + counts["vehicle"] > 0
    worth = _GAIN * sum(min(1, count) for count in counts.values())
    worth -= 1.0 * max(0, counts["payload"] - 1) + 1.0 * max(0, counts["vehicle"] - 1)
    worth -= 0.8 * max(0, counts["date"] - 1) + 0.5 * max(0, counts["site"] - 1)
    if triggers:
        worth += max(
            1.0 if not slot.is_weak else 0.2 if slot.kind in QUIET or slot.kind in ("noun", "fail") else 0.5
            for slot in triggers
        )
        worth -= 0.25 * (sum(slot.kind not in QUIET for slot in triggers) - 1) + (
            0.0 if counts["payload"] else 0.3 if named else 0.9
        )
        return worth - (0.5 if sum(count > 0 for count in counts.values()) < 2 else 0.0)
    if has_host and counts["payload"] and (counts["date"] or counts["vehicle"]) and _is_elliptic(items, slots):
        return worth
    if has_host and counts["date"] and not counts["payload"] and is_more(items, slots):
        return worth
    return -0.4 * sum(counts.values())


def _is_elliptic(items: list[Item], slots: list[Slot]) -> bool:
    """Whether the slots run on without a verb of their own: `B on March 3`, `and C in 2012 on another Soyuz`."""
    if slots[0].role == "site" or (slots[0].role == "date" and not any(
        item.low == "with" for item in items[slots[0].last : slots[-1].first])):  # fmt: skip
        return False
    between = items[slots[0].last : slots[-1].first]
    return len(between) < 14 and not any(
        item.classes & {"be", "have", "modal", "rel", "do"} or (item.kind == "word" and item.low.endswith("ed"))
        for item in between
    )


def is_more(items: list[Item], slots: Sequence[Slot]) -> bool:
    """Whether a date goes on with more of the same: `and 34 more on March 21`, `and on August 22 from Y`."""
    if slots[0].role != "date" or {slot.role for slot in slots} - {"date", "site"}:
        return False
    before = [item.low for item in items[max(0, slots[0].first - 5) : slots[0].first]]
    if before[-1:] != ["on"] or "and" not in before:
        return False
    return not _MORE.isdisjoint(before) or (before[-2:] == ["and", "on"] and slots[-1].role == "site")


def _cost(items: list[Item], slots: list[Slot], edge: int) -> float:
    """What a cut before this slot costs; through a list of payloads it is dear."""
    before, after = slots[edge - 1], slots[edge]
    is_list = (
        before.role == after.role and before.role in ("payload", "date") and are_listed(items, slots, before, after)
    )
    between = items[before.last : after.first]
    is_antecedent = before.role == "payload" and any(item.low in ("which", "that") for item in between[:3])
    is_borne = is_list and before.role == "payload" and _are_borne(items, before, between)
    is_apart = any(item.kind == "semicolon" for item in between)
    return (
        (_CUT_APART if is_apart else _CUT)
        + (1.0 if is_list else 0.0)
        + (2.0 if is_borne else 0.0)
        + (0.3 if is_antecedent else 0.0)
    )


def _are_borne(items: list[Item], slot: Slot, between: list[Item]) -> bool:
    """`a Vega carrying X and the Chilean Y satellites lifted off`: both are its load."""
    is_joined = 0 < len(between) < 5 and "conj" in between[0].classes
    return is_joined and any(item.low in ("carrying", "bearing") for item in items[max(0, slot.first - 5) : slot.first])


def split(items: list[Item], slots: list[Slot]) -> list[Clause]:
    """The cut of the slots into clauses that is worth most."""
    cuts = _cuts(items, slots)
    if not cuts:
        return [Clause(tuple(slots), all(slot.role != "trigger" for slot in slots))]
    tied = ties(items, slots)
    edges = [0, *(at for at in cuts if not any(craft < at <= verb for craft, verb in tied)), len(slots)]
    has_trigger = [any(s.role == "trigger" for s in slots[:edge]) for edge in edges]
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for stop in range(1, len(edges)):
        choices = []
        for start in range(max(0, stop - 8), stop):
            before, path = best[start]
            worth = _worth(items, slots[edges[start] : edges[stop]], has_trigger[start])
            cut = _cost(items, slots, edges[start]) if start else 0.0
            choices.append((round(before + worth - cut, 6), -start, path))
        value, start, path = max(choices)
        best.append((value, [*path, -start]))
    starts = best[-1][1]
    clauses = []
    for start, stop in zip(starts, [*starts[1:], len(edges) - 1], strict=True):
        own = tuple(slots[edges[start] : edges[stop]])
        follows = not any(slot.role == "trigger" for slot in own)
        if own:
            clauses.append(Clause(own, follows))
    return clauses
