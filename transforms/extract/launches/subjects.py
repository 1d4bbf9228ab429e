"""Which craft a verb of launching is said of: `X, built by A for B, was launched`, `X, launched in May, and Y`.

Belongs here: finding the subject over the phrase that is slipped in behind it. Does not belong here: the cut of the
sentence into clauses (`clauses`), which keeps a subject with its verb.
"""

from transforms.extract.launches.phrases import craft_noun_follows
from transforms.extract.launches.slots import Slot
from transforms.text import verbs
from transforms.text.items import Item

_VERBS = ("send", "depart", "date")
_BOUNDS = ("semicolon", "colon")
_RELATIVES = frozenset({"which", "that", "whose", "who", "where"})
#: As far as a phrase slipped in behind a subject may reach.
_WIDE = 34
_ASIDE = 6


def ties(items: list[Item], slots: list[Slot]) -> list[tuple[int, int]]:
    """Pairs of slots, a craft and the verb said of it, that no cut may part."""
    found = []
    for index, slot in enumerate(slots):
        if slot.role == "trigger" and slot.kind in _VERBS and slot.form != "ing":
            subject = _subject(items, slots[:index], slot)
            if subject is not None:
                found.append((subject, index))
            elif (pair := _joined(items, slots, index)) is not None:
                found.append((pair, index))
    return found


def _joined(items: list[Item], slots: list[Slot], index: int) -> int | None:
    """The first of the two craft that a verb right behind them is said of: `X and Y went into orbit`."""
    if index < 2 or slots[index].kind == "date" or any(slot.role != "payload" for slot in slots[index - 2 : index]):
        return None
    first, second = slots[index - 2], slots[index - 1]
    gap = items[second.last : slots[index].first]
    is_said = all(item.classes & {"be", "have", "modal", "adv"} or item.cue("launch.craft") for item in gap)
    return (
        index - 2
        if is_said and [item.low for item in items[first.last : second.first]] in (["and"], [",", "and"])
        else None
    )


def _subject(items: list[Item], before: list[Slot], verb: Slot) -> int | None:
    """The first craft at the head of the clause, where only a phrase between commas parts it from its verb."""
    first = verbs.group(items, verb.first, verb.form).first if verb.form else verb.first
    while first and items[first - 1].classes & {"be", "have", "modal", "adv", "neg"}:
        first -= 1
    if first == verb.first and verb.form == "ed" and _is_participle(items, first):
        return _told_on(items, before, first)
    if first > 1 and items[first - 1].low == "which":
        return _antecedent(items, before, first - 1)
    if not first or items[first - 1].kind not in ("comma", "close", "dash"):
        return None
    for index, slot in enumerate(before):
        if slot.role == "payload" and _heads(items, slot, first):
            return index
    return None


def _is_participle(items: list[Item], verb: int) -> bool:
    """Whether the form goes on about a name before it: `X, launched in`; not `X, built by A, blasted off`."""
    if items[verb].low.split(" ")[0] not in (
        "launched",
        "orbited",
        "lofted",
        "sent",
        "put",
        "placed",
        "carried",
        "lifted",
    ):
        return False
    after = items[verb + 1] if verb + 1 < len(items) else None
    return after is None or bool(after.classes & {"prep", "adv"}) or any(cue.label == "time" for cue in after.cues)


def _told_on(items: list[Item], before: list[Slot], verb: int) -> int | None:
    """The craft right before the comma before a participle."""
    for index in range(len(before) - 1, -1, -1):
        slot = before[index]
        gap = items[slot.last : verb]
        if slot.role == "payload":
            is_next = all(item.kind in ("comma", "open", "quote", "close") or item.cue("launch.craft") for item in gap)
            return index if is_next and 0 < len(gap) < 4 else None
    return None


def _antecedent(items: list[Item], before: list[Slot], which: int) -> int | None:
    """The craft that a clause with `which` goes on about: `Nimbus-1 of Peru and Nimbus-2 of Chad, which flew`."""
    if not before or before[-1].role != "payload" or which - before[-1].last > _ASIDE:
        return None
    is_owner = all(
        item.kind == "comma" or item.low == "of" or "det" in item.classes or item.mention is not None
        or item.cue("launch.craft") is not None for item in items[before[-1].last : which])  # fmt: skip
    return len(before) - 1 if is_owner else None


def _heads(items: list[Item], slot: Slot, verb: int) -> bool:
    """Whether the craft is the head of a clause whose verb stands at `verb`, behind a phrase between commas."""
    after = items[slot.last : verb]
    is_enclosed = len(after) > 1 and after[0].kind == after[-1].kind == "dash"
    if verb - slot.last > _WIDE or (_start(items, verb) > slot.first and not is_enclosed):
        return False
    if after and not (after[0].kind in ("comma", "open", "dash") or craft_noun_follows(items, slot.first)):
        return False
    return not _is_governed(items, slot.first) and (is_enclosed or not _has_verb(after))


def _is_governed(items: list[Item], at: int) -> bool:
    """Whether the name hangs on a preposition or a verb of launching, over the words that describe it."""
    for before in range(at - 1, max(-1, at - 8), -1):
        item = items[before]
        if "prep" in item.classes or item.cue("launch.send") is not None or item.cue("launch.company") is not None:
            return True
        if item.classes - {"det"} or item.kind in ("comma", *_BOUNDS) or item.low.endswith(("ed", "said", "says")):
            return False
    return False


def _start(items: list[Item], verb: int) -> int:
    """Index where the clause of the verb begins at the earliest."""
    for at in range(verb - 1, -1, -1):
        if items[at].kind in _BOUNDS or (items[at].kind == "dash" and 2 < at < verb - 1):
            return at + 1
    return 0


def _has_verb(items: list[Item]) -> bool:
    """Whether a verb of the clause itself stands here, not one of a clause on the name."""
    is_aside = False
    for item in items:
        if item.kind in _BOUNDS:
            return True
        if item.low in _RELATIVES:
            is_aside = True
        elif item.kind == "comma":
            is_aside = False
        elif item.classes & {"be", "have", "modal"} and not item.capital and not is_aside:  # `May` is a month
            return True
    return False
